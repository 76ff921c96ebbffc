package io.betterprompts.templates.imports;

import io.betterprompts.common.json.Json;
import io.betterprompts.common.placeholder.Placeholders;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A prompt of another tool.
 *
 * @param pointer where it stands in the request
 * @param contents one for each version, oldest first; at least one
 * @param defaults values of variables, by their names: strings, numbers or booleans
 * @param notes what was left out or means less here, for whoever imports it
 */
public record ForeignPrompt(
        String pointer,
        String name,
        List<String> contents,
        @Nullable String description,
        @Nullable String category,
        List<String> tags,
        Map<String, JsonNode> defaults,
        List<String> notes) {

    public ForeignPrompt {
        contents = List.copyOf(contents);
        tags = List.copyOf(tags);
        defaults = Map.copyOf(defaults);
        notes = List.copyOf(notes);
    }

    /** Its versions as templates, as the contract has them: each placeholder is a variable, required unless it has a default. */
    public List<ObjectNode> templates() {
        return contents.stream().map(this::template).toList();
    }

    private ObjectNode template(String content) {
        ObjectNode template = Json.mapper().createObjectNode();
        template.put("name", name).put("content", content);
        template.put("description", description).put("category", category);
        ArrayNode words = template.putArray("tags");
        tags.forEach(words::add);
        ArrayNode variables = template.putArray("variables");
        Placeholders.names(content).forEach(placeholder -> variables.add(variable(placeholder)));
        return template;
    }

    private ObjectNode variable(String placeholder) {
        ObjectNode variable = Json.mapper().createObjectNode().put("name", placeholder);
        JsonNode initial = defaults.get(placeholder);
        if (initial == null) {
            return variable.put("type", "string").put("required", true);
        }
        variable.put("type", initial.isNumber() ? "number" : initial.isBoolean() ? "boolean" : "string");
        variable.set("default", initial);
        return variable;
    }

    ForeignPrompt after(ForeignPrompt earlier) {
        List<String> all = new ArrayList<>(earlier.contents);
        all.addAll(contents);
        return new ForeignPrompt(pointer, name, all, description, category, tags, defaults, notes);
    }

    /** Everything in it that is kept as text. */
    List<String> texts() {
        List<String> texts = new ArrayList<>(contents);
        texts.addAll(tags);
        texts.add(name);
        texts.add(description == null ? "" : description);
        texts.add(category == null ? "" : category);
        defaults.values().forEach(value -> texts.add(value.asString("")));
        return texts;
    }
}
