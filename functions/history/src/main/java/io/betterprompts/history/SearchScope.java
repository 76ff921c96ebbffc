package io.betterprompts.history;

import java.util.UUID;

/** Where a search for words looks. */
sealed interface SearchScope {

    /** In all groups. */
    record Everything() implements SearchScope {
        @Override
        public String toString() {
            return "all";
        }
    }

    /** In the groups that the other conditions leave, which are few. */
    record Chosen() implements SearchScope {
        @Override
        public String toString() {
            return "chosen";
        }
    }

    /** In the newest groups: those since one of them. */
    record Since(UUID oldest) implements SearchScope {
        @Override
        public String toString() {
            return oldest.toString();
        }
    }

    /**
     * Reads what {@code toString} writes.
     *
     * @throws IllegalArgumentException if the text is no scope
     */
    static SearchScope parse(String text) {
        return switch (text) {
            case "all" -> new Everything();
            case "chosen" -> new Chosen();
            default -> new Since(UUID.fromString(text));
        };
    }
}
