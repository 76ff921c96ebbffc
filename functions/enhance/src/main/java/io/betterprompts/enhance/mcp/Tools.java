package io.betterprompts.enhance.mcp;

import io.betterprompts.common.contract.Contract;
import io.betterprompts.common.contract.Operation;
import io.betterprompts.common.contract.Shape;
import io.betterprompts.common.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** All tools, in the order of {@code tools.yaml}. */
public record Tools(List<Tool> all) {

    public Tools {
        all = List.copyOf(all);
    }

    /**
     * Joins what is told of each tool with what it does.
     *
     * @param deeds by the tool's name; each tool of the file has one
     */
    public static Tools load(Contract contract, Map<String, Tool.Deed> deeds) {
        return new Tools(document()
                .valueStream()
                .map(definition -> tool((ObjectNode) definition, contract, deeds))
                .toList());
    }

    private static Tool tool(ObjectNode definition, Contract contract, Map<String, Tool.Deed> deeds) {
        String name = definition.path("name").asString();
        String operation = definition.remove("operation").asString();
        return new Tool(
                name,
                definition,
                scope(contract, operation),
                Shape.of(definition.path("inputSchema")),
                Objects.requireNonNull(deeds.get(name), name));
    }

    private static String scope(Contract contract, String operation) {
        return contract.operations().stream()
                .filter(o -> o.id().equals(operation))
                .findFirst()
                .flatMap(Operation::scope)
                .orElseThrow();
    }

    private static JsonNode document() {
        try (InputStream in = Objects.requireNonNull(Tools.class.getResourceAsStream("tools.yaml"))) {
            return Json.mapper().valueToTree(new Yaml(new SafeConstructor(new LoaderOptions())).<Object>load(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Optional<Tool> find(String name) {
        return all.stream().filter(tool -> tool.name().equals(name)).findFirst();
    }
}
