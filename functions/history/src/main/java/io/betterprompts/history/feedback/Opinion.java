package io.betterprompts.history.feedback;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a user says of a version, or of one of its edits. At least one of verdict, rating and comment is there.
 *
 * @param editId null for the version as a whole
 * @param rating 1 to 5
 */
record Opinion(
        UUID versionId,
        @Nullable String editId,
        @Nullable Verdict verdict,
        @Nullable Integer rating,
        @Nullable String comment) {

    enum Verdict {
        @JsonProperty("kept")
        KEPT,
        @JsonProperty("removed")
        REMOVED;

        static @Nullable Verdict of(@Nullable String name) {
            return name == null ? null : valueOf(name.toUpperCase(Locale.ROOT));
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
