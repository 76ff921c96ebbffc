package io.betterprompts.history;

import java.time.Instant;
import java.util.UUID;

/** Where a search for words looks. */
sealed interface SearchScope {

    String FEW = "few ";

    /** In all groups. */
    record Everything() implements SearchScope {
        @Override
        public String toString() {
            return "all";
        }
    }

    /** In a few groups, from one to another in the order of a list, which are sooner read than found by an index of words. */
    record Few(NewestKey newest, NewestKey oldest) implements SearchScope {
        @Override
        public String toString() {
            return FEW + newest + " " + oldest;
        }
    }

    /** In the groups of a stretch of time, by their ids, which begin with the time. */
    record Between(UUID oldest, UUID newest) implements SearchScope {

        private static final int TIME = 16;

        static Between times(Instant oldest, Instant newest) {
            return new Between(first(oldest), first(newest.plusSeconds(1)));
        }

        private static UUID first(Instant time) {
            return new UUID(Math.max(0, time.toEpochMilli()) << TIME, 0);
        }

        @Override
        public String toString() {
            return oldest + " " + newest;
        }
    }

    /**
     * Reads what {@code toString} writes.
     *
     * @throws IllegalArgumentException if the text is no scope
     */
    static SearchScope parse(String text) {
        if (text.equals("all")) {
            return new Everything();
        }
        boolean few = text.startsWith(FEW);
        String[] ends = (few ? text.substring(FEW.length()) : text).split(" ", -1);
        if (ends.length != 2) {
            throw new IllegalArgumentException("no scope of a search");
        }
        return few
                ? new Few(NewestKey.parse(ends[0]), NewestKey.parse(ends[1]))
                : new Between(UUID.fromString(ends[0]), UUID.fromString(ends[1]));
    }
}
