package io.betterprompts.history;

import java.util.UUID;

/**
 * The place of a group among those found by words: the best first, and the newest of those that are as good.
 *
 * @param scope where the search looks; the parts of its answer all look there
 */
record RankedKey(float rank, UUID id, SearchScope scope) {

    /** @throws IllegalArgumentException if the text is no key */
    static RankedKey parse(String text) {
        String[] parts = text.split(":", 3);
        if (parts.length != 3) {
            throw new IllegalArgumentException("no key of a search");
        }
        return new RankedKey(Float.parseFloat(parts[0]), UUID.fromString(parts[1]), SearchScope.parse(parts[2]));
    }

    @Override
    public String toString() {
        return rank + ":" + id + ":" + scope;
    }
}
