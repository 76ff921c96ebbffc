package io.betterprompts.enhance.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import io.betterprompts.common.contract.Contract;
import io.betterprompts.common.contract.Shape;
import io.betterprompts.common.json.Json;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What is told of the tools, held against the contract. */
class ToolsTests {

    private static final List<String> NAMES =
            List.of("enhance_prompt", "lint_prompt", "list_templates", "render_template");
    private static final JsonNode CONTRACT =
            Json.mapper().valueToTree(new Yaml().<Object>load(Contract.load().text()));

    private final Tools tools = Tools.load(
            Contract.load(),
            Map.of(
                    NAMES.get(0), request -> request.body(),
                    NAMES.get(1), request -> request.body(),
                    NAMES.get(2), request -> request.body(),
                    NAMES.get(3), request -> request.body()));

    @Test
    void areFourEachWithTheScopeOfItsOperation() {
        assertThat(tools.all()).extracting(Tool::name).isEqualTo(NAMES);
        assertThat(tools.all()).extracting(Tool::scope).containsExactly("enhance", "enhance", "templates", "templates");
        assertThat(tools.find("delete_all")).isEmpty();
    }

    @Test
    void tellNothingButWhatTheProtocolKnows() {
        assertThat(tools.all())
                .allSatisfy(tool -> assertThat(tool.definition().propertyNames())
                        .containsExactlyInAnyOrder(
                                "name", "title", "description", "annotations", "inputSchema", "outputSchema"));
    }

    @ParameterizedTest
    @CsvSource({"enhance_prompt, EnhanceRequest", "lint_prompt, AnalyzeRequest"})
    void takeWhatTheOperationTakes(String tool, String schema) {
        assertThat(plain(schema(tool))).isEqualTo(plain(CONTRACT.at("/components/schemas/" + schema)));
    }

    @Test
    void takeTheSameValuesForATemplate() {
        assertThat(plain(schema("render_template").path("properties").path("variables")))
                .isEqualTo(plain(CONTRACT.at("/components/schemas/TemplateValues")));
        assertThat(plain(schema("list_templates").path("properties").path("limit")))
                .isEqualTo(plain(CONTRACT.at("/components/parameters/Limit/schema")));
    }

    /** The examples in the descriptions are good ones. */
    @Test
    void showAnExampleThatFits() {
        assertThat(tools.all()).allSatisfy(tool -> {
            String description = tool.definition().path("description").asString();
            JsonNode example = Json.mapper().readTree(description.substring(description.indexOf("Example: ") + 9));
            assertThat(Shape.of(schema(tool.name())).violations(example)).isEmpty();
        });
    }

    private JsonNode schema(String tool) {
        return tools.find(tool).orElseThrow().definition().path("inputSchema");
    }

    /** Without references and words for people, and lists that are sets in order. */
    private static JsonNode plain(JsonNode schema) {
        if (schema.has("$ref")) {
            return plain(CONTRACT.at(schema.path("$ref").asString().substring(1)));
        }
        if (schema.isArray()) {
            Set<String> items = new TreeSet<>();
            schema.forEach(item -> items.add(plain(item).toString()));
            ArrayNode sorted = Json.mapper().createArrayNode();
            items.forEach(sorted::add);
            return sorted;
        }
        if (!schema.isObject()) {
            return schema;
        }
        ObjectNode plain = Json.mapper().createObjectNode();
        schema.properties().stream()
                .filter(property -> !property.getValue().isString()
                        || !Set.of("description", "example").contains(property.getKey()))
                .forEach(property -> plain.set(property.getKey(), plain(property.getValue())));
        return plain;
    }
}
