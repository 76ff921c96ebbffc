package io.betterprompts.history;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of a user's as it stands.
 *
 * @param id of a user's settings, the user's
 * @param version counts its changes
 * @param revision orders it among all that the user has
 * @param deletedAt null while it is there
 * @param data as the operation that reads it alone answers; null once it is deleted
 */
record Change(
        SyncType type,
        UUID id,
        long version,
        long revision,
        @Nullable Instant deletedAt,
        @Nullable Object data) {

    SyncKey key() {
        return new SyncKey(revision, type, id);
    }
}
