package io.betterprompts.cli;

import io.betterprompts.common.json.Json;
import io.betterprompts.common.placeholder.Placeholders;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a new template says besides its text. */
final class NewTemplateOptions {

    @Option(names = "--name", paramLabel = "NAME", required = true, description = "What it is called.")
    String name = "";

    @Option(
            names = "--place",
            paramLabel = "NAME=WORDS",
            description = "Makes these words of the text a place to fill in; they become its default.")
    Map<String, String> places = Map.of();

    @Option(names = "--description", paramLabel = "TEXT", description = "What it is for.")
    Optional<String> description = Optional.empty();

    @Option(names = "--category", paramLabel = "CATEGORY", description = "Where it belongs.")
    Optional<String> category = Optional.empty();

    @Option(names = "--tag", paramLabel = "TAG", split = ",", description = "By which it is found.")
    List<String> tags = List.of();

    @Option(names = "--public", description = "Everyone on the server may use it.")
    boolean isPublic;

    /**
     * For a server: each place in the text is a variable.
     *
     * @throws CliFailure if words that are to be a place are not in the text
     */
    ObjectNode body(String text) {
        String content = withPlaces(text);
        ObjectNode body = Json.mapper()
                .createObjectNode()
                .put("name", name)
                .put("content", content)
                .put("is_public", isPublic);
        description.ifPresent(value -> body.put("description", value));
        category.ifPresent(value -> body.put("category", value));
        body.set("tags", Json.mapper().valueToTree(tags));
        ArrayNode variables = body.putArray("variables");
        Placeholders.names(content).forEach(place -> variables.add(variable(place)));
        return body;
    }

    private String withPlaces(String text) {
        String content = text;
        for (Map.Entry<String, String> place : places.entrySet()) {
            String words = place.getValue();
            if (words.isEmpty() || !content.contains(words)) {
                throw CliFailure.usage("the text has no “" + words + "” to make a place of");
            }
            content = content.replace(words, "{{" + place.getKey() + "}}");
        }
        return content;
    }

    private ObjectNode variable(String place) {
        ObjectNode variable =
                Json.mapper().createObjectNode().put("name", place).put("type", "string");
        return places.containsKey(place) ? variable.put("default", places.get(place)) : variable.put("required", true);
    }
}
