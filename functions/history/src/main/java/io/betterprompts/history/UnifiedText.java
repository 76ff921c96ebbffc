package io.betterprompts.history;

import com.github.difflib.UnifiedDiffUtils;
import com.github.difflib.patch.ChangeDelta;
import com.github.difflib.patch.Chunk;
import com.github.difflib.patch.Patch;
import java.util.List;

/** The difference of two texts as {@code diff -u} writes it, by lines that end at a line feed. */
final class UnifiedText {

    private static final int CONTEXT = 3;

    private UnifiedText() {}

    /** Empty where the texts are equal. */
    static String between(String fromName, String from, String toName, String to) {
        List<String> old = lines(from);
        return String.join(
                "\n", UnifiedDiffUtils.generateUnifiedDiff(fromName, toName, old, patch(old, lines(to)), CONTEXT));
    }

    static List<String> lines(String text) {
        return List.of(text.split("\n", -1));
    }

    private static Patch<String> patch(List<String> from, List<String> to) {
        Sameness same = Sameness.of(from, to);
        Patch<String> patch = new Patch<>();
        (same.isWorthComparing() ? Difference.all(from, to) : List.of(same.whole(from, to)))
                .forEach(difference -> patch.addDelta(new ChangeDelta<>(
                        new Chunk<>(difference.oldStart(), difference.old(from)),
                        new Chunk<>(difference.newStart(), difference.changed(to)))));
        return patch;
    }
}
