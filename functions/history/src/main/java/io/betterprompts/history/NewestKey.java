package io.betterprompts.history;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** The place of a group in a list: the one created last goes first. */
record NewestKey(Instant createdAt, UUID id) {

    static final NewestKey FIRST = new NewestKey(Instant.parse("9999-12-31T23:59:59Z"), new UUID(-1, -1));

    static NewestKey of(PromptGroup group) {
        return new NewestKey(group.createdAt(), group.id());
    }

    /** @throws IllegalArgumentException if the text is no key */
    static NewestKey parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException("no key of a list");
        }
        long micros = Long.parseLong(text.substring(0, colon));
        return new NewestKey(Instant.EPOCH.plus(micros, ChronoUnit.MICROS), UUID.fromString(text.substring(colon + 1)));
    }

    /** To the microsecond, as PostgreSQL keeps it. */
    @Override
    public String toString() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, createdAt) + ":" + id;
    }
}
