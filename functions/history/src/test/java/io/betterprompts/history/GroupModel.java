package io.betterprompts.history;

import io.betterprompts.common.testkit.SequentialModel;
import java.util.Optional;

/**
 * A prompt group as it is when one client after the other uses it.
 *
 * @param number of its current version
 * @param text the current version's
 * @param state what its ETag counts: each change, also one that makes no version
 */
record GroupModel(int number, String text, int state) implements SequentialModel<GroupModel.Deed> {

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

    @Override
    public Optional<GroupModel> after(Deed deed) {
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
}
