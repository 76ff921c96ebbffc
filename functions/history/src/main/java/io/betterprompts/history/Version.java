package io.betterprompts.history;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One state of a prompt; it never changes.
 *
 * @param number counts from 1 within its group
 * @param status {@code enhanced} or {@code unchanged} by the engine, {@code client} where a client made the text
 * @param edits what the engine added; empty where a client made the text
 * @param explanation what the engine answered besides the two texts
 * @param sourceVersionId the version of the group it was made from, by restoring or by choosing edits; null otherwise
 */
record Version(
        UUID id,
        UUID historyId,
        int number,
        String originalPrompt,
        String optimizedPrompt,
        String status,
        @Nullable String reasoning,
        @Nullable String iterationDirection,
        @Nullable String modelId,
        @Nullable String provider,
        @Nullable String modelName,
        JsonNode edits,
        @Nullable JsonNode explanation,
        @Nullable String ruleSetHash,
        @Nullable String modelHash,
        @Nullable UUID sourceVersionId,
        Instant createdAt) {}
