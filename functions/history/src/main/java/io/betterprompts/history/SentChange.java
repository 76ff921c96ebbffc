package io.betterprompts.history;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A change that a device made, perhaps long ago and without a connection.
 *
 * @param changeId by which the change is known again when it is sent twice
 * @param id of the row; the device makes those of new rows
 * @param baseVersion of the row as the device knew it; 0 for a new one
 * @param deleted true to delete, false to bring back; null to write data
 * @param historyId the group of a version or a label
 * @param name of a label
 * @param versionId of the first version of a new group
 * @param data as the operation takes it that writes one such row
 */
record SentChange(
        UUID changeId,
        SyncType type,
        UUID id,
        Long baseVersion,
        @Nullable Boolean deleted,
        @Nullable UUID historyId,
        @Nullable String name,
        @Nullable UUID versionId,
        @Nullable JsonNode data) {

    boolean isDeletion() {
        return Boolean.TRUE.equals(deleted);
    }

    boolean isReturn() {
        return Boolean.FALSE.equals(deleted);
    }

    /** Refuses to overwrite what the device has not seen. */
    void check(Change current) {
        if (current.deletedAt() != null || current.version() != baseVersion) {
            throw new SyncConflict(current);
        }
    }
}
