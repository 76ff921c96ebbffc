package io.betterprompts.local;

import io.betterprompts.common.contract.Operation;
import io.betterprompts.common.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A request as API Gateway hands it to a function, and the status that it deserves.
 *
 * @param operation what its file is named after
 * @param what makes it differ from the operation's other events
 * @param path with placeholders for ids
 * @param query without the question mark
 * @param authorization the header's value; null for nobody
 * @param headers further ones, in lower case
 */
record SampleEvent(
        Operation operation,
        String what,
        int status,
        String method,
        String path,
        String query,
        @Nullable String authorization,
        Map<String, String> headers,
        @Nullable String body) {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T00:00:00Z"), ZoneOffset.UTC);

    SampleEvent {
        headers = Map.copyOf(headers);
    }

    SampleEvent named(String otherWhat, int otherStatus) {
        return new SampleEvent(operation, otherWhat, otherStatus, method, path, query, authorization, headers, body);
    }

    SampleEvent withMethod(String other) {
        return new SampleEvent(operation, what, status, other, path, query, authorization, headers, body);
    }

    SampleEvent withPath(String other) {
        return new SampleEvent(operation, what, status, method, other, query, authorization, headers, body);
    }

    SampleEvent withQuery(String other) {
        return new SampleEvent(operation, what, status, method, path, other, authorization, headers, body);
    }

    SampleEvent withAuthorization(@Nullable String other) {
        return new SampleEvent(operation, what, status, method, path, query, other, headers, body);
    }

    SampleEvent withHeader(String name, String value) {
        return new SampleEvent(operation, what, status, method, path, query, authorization, Map.of(name, value), body);
    }

    SampleEvent withBody(String other) {
        return new SampleEvent(operation, what, status, method, path, query, authorization, headers, other);
    }

    String fileName() {
        return operation.id() + "." + what + "." + status + ".json";
    }

    /** The file's text. */
    String text() {
        byte[] event = new GatewayEvents(CLOCK).event(incoming(), SampleEvents.CONTRACT.match(method, path));
        ObjectNode readable = (ObjectNode) Json.mapper().readTree(event);
        for (String unordered : List.of("headers", "pathParameters")) {
            readable.optional(unordered).ifPresent(fields -> readable.set(unordered, sorted(fields)));
        }
        return Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(readable) + "\n";
    }

    /** They come in any order, another one in each process. */
    private static ObjectNode sorted(JsonNode fields) {
        ObjectNode sorted = Json.mapper().createObjectNode();
        fields.propertyStream().sorted(Map.Entry.comparingByKey()).forEach(f -> sorted.set(f.getKey(), f.getValue()));
        return sorted;
    }

    private GatewayEvents.Incoming incoming() {
        return new GatewayEvents.Incoming(
                UUID.nameUUIDFromBytes(fileName().getBytes(StandardCharsets.UTF_8))
                        .toString(),
                method,
                path,
                query,
                "HTTP/1.1",
                "api.example.com",
                "203.0.113.7",
                allHeaders(),
                body == null ? new byte[0] : body.getBytes(StandardCharsets.UTF_8));
    }

    private Map<String, List<String>> allHeaders() {
        Map<String, List<String>> all = new LinkedHashMap<>();
        all.put("accept", List.of("*/*"));
        if (authorization != null) {
            all.put("authorization", List.of(authorization));
        }
        if (body != null) {
            all.put("content-type", List.of("application/json"));
        }
        all.put("host", List.of("api.example.com"));
        headers.forEach((name, value) -> all.put(name, List.of(value)));
        all.put("user-agent", List.of("curl/8.5.0"));
        all.put("x-forwarded-for", List.of("203.0.113.7"));
        all.put("x-forwarded-port", List.of("443"));
        all.put("x-forwarded-proto", List.of("https"));
        return all;
    }
}
