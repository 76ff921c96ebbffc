package io.betterprompts.templates;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.betterprompts.common.json.Json;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A template on its way from one account to another, without how often it was used and what it once was. */
record PortableTemplate(
        @Nullable UUID id,
        @JsonUnwrapped Draft draft,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt) {

    static PortableTemplate of(JsonNode node) {
        Draft draft = Json.mapper().treeToValue(node, Draft.class);
        return new PortableTemplate(
                node.path("id").asStringOpt().map(UUID::fromString).orElse(null),
                draft,
                instant(node.path("created_at")).orElse(null),
                instant(node.path("updated_at")).orElse(null));
    }

    static List<PortableTemplate> all(JsonNode list) {
        return list.valueStream().map(PortableTemplate::of).toList();
    }

    private static Optional<Instant> instant(JsonNode node) {
        return node.isString() ? Optional.of(Json.mapper().treeToValue(node, Instant.class)) : Optional.empty();
    }
}
