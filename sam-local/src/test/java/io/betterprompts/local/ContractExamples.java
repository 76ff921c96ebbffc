package io.betterprompts.local;

import io.betterprompts.common.contract.Contract;
import io.betterprompts.common.contract.Operation;
import io.betterprompts.common.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Bodies as the contract shows them, for tests that call every operation. */
final class ContractExamples {

    private final JsonNode document = Json.mapper()
            .valueToTree(new Yaml(new SafeConstructor(new LoaderOptions()))
                    .load(Contract.load().text()));

    /** The first example of the operation's body. */
    ObjectNode body(Operation operation) {
        JsonNode content = media(operation);
        JsonNode example = content.has("example")
                ? content.path("example")
                : resolve(content.path("examples").iterator().next()).path("value");
        if (!example.isObject()) {
            throw new IllegalStateException(operation.id() + " has a body and no example of it in the contract");
        }
        return (ObjectNode) example.deepCopy();
    }

    /** The fields of the body, at its top, that take an id. */
    List<String> idFields(Operation operation) {
        List<String> fields = new ArrayList<>();
        if (operation.body().isPresent()) {
            resolve(media(operation).path("schema")).path("properties").properties().stream()
                    .filter(field -> resolve(field.getValue())
                            .path("format")
                            .asString("")
                            .equals("uuid"))
                    .forEach(field -> fields.add(field.getKey()));
        }
        return fields;
    }

    private JsonNode media(Operation operation) {
        JsonNode node = document.path("paths")
                .path(operation.path())
                .path(operation.method().toLowerCase(Locale.ROOT));
        return resolve(node.path("requestBody")).path("content").iterator().next();
    }

    private JsonNode resolve(JsonNode node) {
        return node.has("$ref") ? document.at(node.path("$ref").asString().substring(1)) : node;
    }
}
