package io.betterprompts.history;

import java.util.UUID;

/** Where a search for words looks. */
sealed interface SearchScope {

    String CHOSEN = "chosen ";

    /** In all groups. */
    record Everything() implements SearchScope {
        @Override
        public String toString() {
            return "all";
        }
    }

    /** In the newest groups that the other conditions leave: those since one of them. */
    record Chosen(NewestKey oldest) implements SearchScope {
        @Override
        public String toString() {
            return CHOSEN + oldest;
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
        if (text.startsWith(CHOSEN)) {
            return new Chosen(NewestKey.parse(text.substring(CHOSEN.length())));
        }
        return text.equals("all") ? new Everything() : new Since(UUID.fromString(text));
    }
}
