package io.betterprompts.templates;

import io.betterprompts.common.text.FirstLine;
import io.betterprompts.common.text.Tags;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * A prompt group on its way from one account to another. What a document leaves out has its default.
 *
 * @param versions by their numbers, without a gap: from 1, or on from where an earlier part of the same group ends
 * @param labels that point at one of these versions
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
        List<Version> versions,
        List<Label> labels) {

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
            List<Version> versions,
            @Nullable List<Label> labels) {
        this.id = id;
        this.originalPrompt = originalPrompt;
        this.title = Optional.ofNullable(title).orElseGet(() -> FirstLine.of(originalPrompt));
        this.intent = intent;
        this.status = Optional.ofNullable(status).orElse("active");
        this.favourite = Boolean.TRUE.equals(favourite);
        this.tags = Optional.ofNullable(tags).orElse(Tags.NONE);
        this.createdAt = createdAt;
        this.updatedAt = updatedAt;
        this.versions = versions.stream()
                .sorted(Comparator.comparingInt(Version::number))
                .toList();
        this.labels = labels == null ? List.of() : List.copyOf(labels);
    }

    /** Another part of the same group. */
    PortableGroup with(List<Version> others, List<Label> theirs) {
        return new PortableGroup(
                id, originalPrompt, title, intent, status, favourite, tags, createdAt, updatedAt, others, theirs);
    }

    /** What of it has a number above one, which is less than its last. */
    PortableGroup after(int number) {
        return with(
                versions.stream().filter(version -> version.number() > number).toList(), labels);
    }

    List<Version> upTo(int number) {
        return versions.stream().filter(version -> version.number() <= number).toList();
    }

    int first() {
        return versions.getFirst().number();
    }

    int last() {
        return versions.getLast().number();
    }

    /** What is wrong with the numbers, in words for whoever wrote them; empty if nothing is. */
    Optional<String> fault() {
        if (IntStream.range(0, versions.size()).anyMatch(i -> versions.get(i).number() != first() + i)) {
            return Optional.of("versions must be numbered without a gap");
        }
        if (labels.stream().anyMatch(label -> label.number() < first() || label.number() > last())) {
            return Optional.of("labels must point at the number of one of these versions");
        }
        if (labels.stream().map(Label::name).distinct().count() != labels.size()) {
            return Optional.of("labels must each have a name of their own");
        }
        return versions.stream().anyMatch(Version::isMadeFromLater)
                ? Optional.of("a version must be made from one before it")
                : Optional.empty();
    }

    /** A name that points at a version. */
    record Label(String name, int number) {}

    /**
     * One of its versions.
     *
     * @param madeFrom the number of the one it was made from by restoring it or by choosing among its edits
     */
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
            @Nullable Integer madeFrom,
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
                @Nullable Integer madeFrom,
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
            this.madeFrom = madeFrom;
            this.createdAt = createdAt;
        }

        private boolean isMadeFromLater() {
            return madeFrom != null && madeFrom >= number;
        }

        boolean saysTheSame(Version other) {
            return originalPrompt.equals(other.originalPrompt) && optimizedPrompt.equals(other.optimizedPrompt);
        }
    }
}
