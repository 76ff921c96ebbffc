package io.betterprompts.history;

import io.betterprompts.common.text.Tags;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Rows of other functions, as those answer them. */
final class SyncedRows {

    private SyncedRows() {}

    record Template(
            UUID id,
            String name,
            String content,
            @Nullable String description,
            @Nullable String category,
            Tags tags,
            boolean isPublic,
            JsonNode variables,
            boolean isOwn,
            long usageCount,
            long version,
            Instant createdAt,
            Instant updatedAt) {}

    record Settings(
            String theme,
            String language,
            @Nullable String defaultModel,
            JsonNode settingsData,
            @Nullable Integer historyRetentionDays,
            boolean shareFeedback,
            long version,
            Instant updatedAt) {}
}
