package io.betterprompts.templates;

import io.betterprompts.common.text.FirstLine;
import io.betterprompts.common.text.Tags;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * A prompt group on its way from one account to another. What a document leaves out has its default.
 *
 * @param versions by their numbers, which count from 1 without a gap
 */
record PortableGroup(
        @Nullable UUID id,
        String originalPrompt,
        String title,
        @Nullable String intent,
        String status,
        Boolean favourite,
        Tags tags,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt,
        List<Version> versions) {

    PortableGroup(
            @Nullable UUID id,
            String originalPrompt,
            @Nullable String title,
            @Nullable String intent,
            @Nullable String status,
            @Nullable Boolean favourite,
            @Nullable Tags tags,
            @Nullable Instant createdAt,
            @Nullable Instant updatedAt,
            List<Version> versions) {
        this.id = id;
        this.originalPrompt = originalPrompt;
        this.title = Optional.ofNullable(title).orElseGet(() -> FirstLine.of(originalPrompt));
        this.intent = intent;
        this.status = Optional.ofNullable(status).orElse("active");
        this.favourite = Boolean.TRUE.equals(favourite);
        this.tags = Optional.ofNullable(tags).orElse(Tags.NONE);
        this.createdAt = createdAt;
        this.updatedAt = updatedAt;
        this.versions = List.copyOf(versions);
    }

    boolean isNumberedWithoutGap() {
        Set<Integer> numbers = new HashSet<>();
        versions.forEach(version -> numbers.add(version.number()));
        return numbers.size() == versions.size()
                && versions.stream().allMatch(version -> version.number() <= versions.size());
    }

    /** One of its versions. */
    record Version(
            @Nullable UUID id,
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
            @Nullable Instant createdAt) {

        Version(
                @Nullable UUID id,
                int number,
                String originalPrompt,
                String optimizedPrompt,
                @Nullable String status,
                @Nullable String reasoning,
                @Nullable String iterationDirection,
                @Nullable String modelId,
                @Nullable String provider,
                @Nullable String modelName,
                @Nullable JsonNode edits,
                @Nullable JsonNode explanation,
                @Nullable String ruleSetHash,
                @Nullable String modelHash,
                @Nullable Instant createdAt) {
            this.id = id;
            this.number = number;
            this.originalPrompt = originalPrompt;
            this.optimizedPrompt = optimizedPrompt;
            this.status = Optional.ofNullable(status).orElse("client");
            this.reasoning = reasoning;
            this.iterationDirection = iterationDirection;
            this.modelId = modelId;
            this.provider = provider;
            this.modelName = modelName;
            this.edits = edits == null ? JsonNodeFactory.instance.arrayNode() : edits;
            this.explanation = explanation == null || explanation.isNull() ? null : explanation;
            this.ruleSetHash = ruleSetHash;
            this.modelHash = modelHash;
            this.createdAt = createdAt;
        }
    }
}
