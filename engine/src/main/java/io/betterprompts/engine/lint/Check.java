package io.betterprompts.engine.lint;

import io.betterprompts.engine.lint.Finding.Range;
import java.util.List;

/** Finds the places of one kind of trouble. Linear in the length of the prompt. */
@FunctionalInterface
interface Check {

    List<Range> in(Subject subject);

    /** Every place of a cue. */
    static Check cue(String group) {
        return subject -> subject.cues(group);
    }

    /** Both places where the prompt says one thing and its opposite. */
    static Check both(String one, String other) {
        return subject -> {
            List<Range> ones = subject.cues(one);
            List<Range> others = subject.cues(other);
            boolean contradict = !ones.isEmpty() && !others.isEmpty() && !ones.equals(others);
            return contradict ? List.of(ones.getFirst(), others.getFirst()) : List.of();
        };
    }

    /** Every place of a cue, where there are at least so many. */
    static Check many(String group, int atLeast) {
        return subject -> {
            List<Range> places = subject.cues(group);
            return places.size() >= atLeast ? places : List.of();
        };
    }
}
