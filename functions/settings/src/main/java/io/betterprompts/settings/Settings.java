package io.betterprompts.settings;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A user's settings as they stand.
 *
 * @param version 0 while the user has set nothing
 * @param updatedAt null while the user has set nothing
 */
record Settings(
        @JsonUnwrapped Preferences preferences,
        long version,
        @Nullable Instant updatedAt) {

    static final Settings UNTOUCHED = new Settings(Preferences.DEFAULT, 0, null);
}
