package io.betterprompts.history;

import java.util.UUID;

/** The place of a group among those found by words: the best first, and the newest of those that are as good. */
record RankedKey(float rank, UUID id) {

    static final RankedKey FIRST = new RankedKey(Float.POSITIVE_INFINITY, new UUID(-1, -1));

    /** @throws IllegalArgumentException if the text is no key */
    static RankedKey parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException("no key of a search");
        }
        return new RankedKey(Float.parseFloat(text.substring(0, colon)), UUID.fromString(text.substring(colon + 1)));
    }

    @Override
    public String toString() {
        return rank + ":" + id;
    }
}
