package io.betterprompts.history.feedback;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/**
 * An opinion as it is kept.
 *
 * @param source how it came to be known
 * @param version counts its changes
 */
record Feedback(
        UUID id, @JsonUnwrapped Opinion opinion, Source source, long version, Instant createdAt, Instant updatedAt) {

    enum Source {
        /** The user said so. */
        @JsonProperty("given")
        GIVEN,
        /** The user chose among the edits of a version. */
        @JsonProperty("choice")
        CHOICE;

        static Source of(String name) {
            return valueOf(name.toUpperCase(Locale.ROOT));
        }
    }
}
