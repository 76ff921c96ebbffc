package io.betterprompts.history;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A prompt group as it is when one client after the other uses it, and whether what many clients saw at once can be told as
 * such a story: whether it is linearizable (Herlihy and Wing, 1990).
 *
 * @param number of its current version
 * @param text the current version's
 * @param state what its ETag counts: each change, also one that makes no version
 */
record GroupModel(int number, String text, int state) {

    /** Something a client did. Times are of {@link System#nanoTime()}. */
    record Step(long asked, long answered, Deed deed) {}

    /** What was asked, and what was answered. */
    sealed interface Deed {

        /**
         * An append, or a restore, which appends a text that there was.
         *
         * @param expected the state it was to follow; 0 for any
         * @param status 201 or 412
         * @param number of the new version; 0 if there is none
         * @param state that the answer's ETag names
         */
        record Append(String text, int expected, int status, int number, int state) implements Deed {}

        /**
         * A change of what is not in the versions.
         *
         * @param state that the answer's ETag names
         */
        record Rename(int state) implements Deed {}

        record Read(int number, String text, int state) implements Deed {}
    }

    /** The group after the deed; empty if a group like this does not answer so. */
    Optional<GroupModel> after(Deed deed) {
        return switch (deed) {
            case Deed.Append append -> afterAppend(append);
            case Deed.Rename(int named) -> when(named == state + 1, new GroupModel(number, text, state + 1));
            case Deed.Read(int readNumber, String readText, int readState) ->
                when(equals(new GroupModel(readNumber, readText, readState)), this);
        };
    }

    private Optional<GroupModel> afterAppend(Deed.Append append) {
        if (append.expected != 0 && append.expected != state) {
            return when(append.status == 412 && append.state == state, this);
        }
        GroupModel next = new GroupModel(number + 1, append.text, state + 1);
        return when(append.status == 201 && append.number == next.number && append.state == next.state, next);
    }

    private static Optional<GroupModel> when(boolean right, GroupModel next) {
        return right ? Optional.of(next) : Optional.empty();
    }

    /** Whether some order explains all answers in which no step comes before one that was answered before it was asked. */
    boolean explains(List<Step> steps) {
        return explains(steps, new HashSet<>());
    }

    private boolean explains(List<Step> left, Set<Tried> tried) {
        if (left.isEmpty()) {
            return true;
        }
        if (!tried.add(new Tried(this, left))) {
            return false;
        }
        long firstAnswer = left.stream().mapToLong(Step::answered).min().orElseThrow();
        return left.stream()
                .filter(step -> step.asked <= firstAnswer)
                .anyMatch(step -> after(step.deed)
                        .map(next -> next.explains(without(left, step), tried))
                        .orElse(false));
    }

    private static List<Step> without(List<Step> steps, Step step) {
        List<Step> others = new ArrayList<>(steps);
        others.remove(step);
        return others;
    }

    private record Tried(GroupModel group, List<Step> left) {}
}
