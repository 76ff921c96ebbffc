package io.betterprompts.history;

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

    /** In a few groups, which are sooner read than found by an index of words. */
    record Few(Range ids) implements SearchScope {
        @Override
        public String toString() {
            return FEW + ids;
        }
    }

    /** In the groups of a stretch of time. */
    record Between(Range ids) implements SearchScope {
        @Override
        public String toString() {
            return ids.toString();
        }
    }

    /** Groups by their ids, which begin with the time; the first and the last are among them. */
    record Range(UUID oldest, UUID newest) {

        private static final int TIME = 16;

        /** One that is so many times as long, be there groups or not. */
        Range times(int times) {
            long latest = newest.getMostSignificantBits() >>> TIME;
            long longer = (latest - (oldest.getMostSignificantBits() >>> TIME)) * times;
            return new Range(new UUID(Math.max(0, latest - longer) << TIME, 0), newest);
        }

        private static Range parse(String text) {
            String[] ids = text.split(":", 2);
            if (ids.length != 2) {
                throw new IllegalArgumentException("no range of ids");
            }
            return new Range(UUID.fromString(ids[0]), UUID.fromString(ids[1]));
        }

        @Override
        public String toString() {
            return oldest + ":" + newest;
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
        return text.startsWith(FEW)
                ? new Few(Range.parse(text.substring(FEW.length())))
                : new Between(Range.parse(text));
    }
}
