package io.betterprompts.templates;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.UUID;

/**
 * A template as one of its readers sees it. Whose it is, is told to nobody else.
 *
 * @param isOwn whether the reader is its owner, and may therefore change it
 * @param usageCount how often it was filled in
 */
record Template(
        UUID id,
        @JsonUnwrapped Draft draft,
        boolean isOwn,
        long usageCount,
        long version,
        Instant createdAt,
        Instant updatedAt) {}
