package io.betterprompts.history;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.UUID;

/**
 * A name that points at a version of a group and can be moved to another one.
 *
 * @param version counts the changes of the label; its ETag
 */
record Label(
        UUID historyId,
        String name,
        UUID versionId,
        int versionNumber,
        long version,
        Instant createdAt,
        Instant updatedAt) {

    /** With the version it points at. */
    record Pointing(@JsonUnwrapped Label label, Version target) {}
}
