package io.betterprompts.local;

import static java.util.stream.Collectors.joining;

import io.betterprompts.common.contract.Contract;
import io.betterprompts.common.contract.Operation;
import io.betterprompts.common.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

    /** The query string with what the operation cannot do without; empty if that is nothing. */
    String query(Operation operation) {
        return node(operation)
                .path("parameters")
                .valueStream()
                .map(this::resolve)
                .filter(p -> p.path("in").asString().equals("query")
                        && p.path("required").asBoolean(false))
                .map(p -> p.path("name").asString() + "=" + p.path("example").asString())
                .collect(joining("&"));
    }

    /** The first status of success that the operation lists. */
    int success(Operation operation) {
        return node(operation)
                .path("responses")
                .propertyStream()
                .map(Map.Entry::getKey)
                .filter(status -> status.startsWith("2"))
                .mapToInt(Integer::parseInt)
                .findFirst()
                .orElseThrow();
    }

    /** Whether the operation takes a header of this name. */
    boolean takesHeader(Operation operation, String name) {
        return node(operation)
                .path("parameters")
                .valueStream()
                .map(this::resolve)
                .anyMatch(p -> p.path("in").asString().equals("header")
                        && p.path("name").asString().equals(name));
    }

    private JsonNode media(Operation operation) {
        return resolve(node(operation).path("requestBody"))
                .path("content")
                .iterator()
                .next();
    }

    private JsonNode node(Operation operation) {
        return document.path("paths")
                .path(operation.path())
                .path(operation.method().toLowerCase(Locale.ROOT));
    }

    private JsonNode resolve(JsonNode node) {
        return node.has("$ref") ? document.at(node.path("$ref").asString().substring(1)) : node;
    }
}
