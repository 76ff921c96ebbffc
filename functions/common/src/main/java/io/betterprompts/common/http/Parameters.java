package io.betterprompts.common.http;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import io.betterprompts.common.contract.Operation;
import io.betterprompts.common.json.Json;
import io.betterprompts.common.problem.Fault;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** Reads and checks path and query parameters. Ones the contract does not know are ignored, as HTTP clients expect. */
final class Parameters {

    private Parameters() {}

    static Map<String, String> read(APIGatewayV2HTTPEvent event, Operation operation, List<Fault> faults) {
        Map<String, String> found = new LinkedHashMap<>();
        operation.parameters().forEach(parameter -> {
            String value = value(event, parameter);
            if (value != null) {
                found.put(parameter.name(), value);
                faults.addAll(faults(parameter, value));
            } else if (parameter.required()) {
                faults.add(Fault.of(parameter.name(), "is required"));
            }
        });
        return found;
    }

    private static @Nullable String value(APIGatewayV2HTTPEvent event, Operation.Parameter parameter) {
        Map<String, String> values =
                parameter.in().equals("path") ? event.getPathParameters() : event.getQueryStringParameters();
        return values == null ? null : values.get(parameter.name());
    }

    private static List<Fault> faults(Operation.Parameter parameter, String value) {
        return parameter.shape().violations(node(parameter, value)).stream()
                .map(v -> Fault.of(parameter.name(), v.detail()))
                .toList();
    }

    /** What is not a number or a boolean, and nothing else, stays text; the schema then says what was expected. */
    private static JsonNode node(Operation.Parameter parameter, String value) {
        if (!parameter.numeric()) {
            return StringNode.valueOf(value);
        }
        try {
            JsonNode node = Json.mapper().readTree(value);
            return node.toString().equals(value) ? node : StringNode.valueOf(value);
        } catch (JacksonException e) {
            return StringNode.valueOf(value);
        }
    }
}
