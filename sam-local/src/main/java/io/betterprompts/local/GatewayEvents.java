package io.betterprompts.local;

import io.betterprompts.common.contract.Contract;
import io.betterprompts.common.json.Json;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes events as API Gateway's HTTP API does (payload format 2.0): header names in lower case, values given more than
 * once joined by commas, cookies apart, path parameters decoded, bodies that are not text in base64.
 */
final class GatewayEvents {

    private static final DateTimeFormatter CLF = DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final Clock clock;

    GatewayEvents(Clock clock) {
        this.clock = clock;
    }

    /** Whether an event can be made of it: whether path and query are well encoded. */
    static boolean isReadable(Incoming incoming) {
        try {
            decode(incoming.path());
            query(incoming.query());
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    byte[] event(Incoming incoming, Optional<Contract.Match> match) {
        String routeKey = match.map(m -> m.operation().routeKey()).orElse("$default");
        ObjectNode event = Json.mapper().createObjectNode();
        event.put("version", "2.0").put("routeKey", routeKey);
        event.put("rawPath", incoming.path()).put("rawQueryString", incoming.query());
        cookies(incoming, event);
        event.set("headers", strings(headers(incoming)));
        putIfAny(event, "queryStringParameters", query(incoming.query()));
        event.set("requestContext", context(incoming, routeKey));
        putIfAny(
                event,
                "pathParameters",
                match.map(GatewayEvents::pathParameters).orElse(Map.of()));
        body(incoming, event);
        return Json.mapper().writeValueAsBytes(event);
    }

    private static Map<String, String> pathParameters(Contract.Match match) {
        Map<String, String> decoded = new LinkedHashMap<>();
        match.pathParameters().forEach((name, value) -> decoded.put(name, decode(value.replace("+", "%2B"))));
        return decoded;
    }

    private static void cookies(Incoming incoming, ObjectNode event) {
        List<String> cookies = incoming.headers().getOrDefault("cookie", List.of());
        if (!cookies.isEmpty()) {
            ArrayNode array = event.putArray("cookies");
            cookies.stream()
                    .flatMap(line -> List.of(line.split(";", -1)).stream())
                    .map(String::strip)
                    .forEach(array::add);
        }
    }

    private static Map<String, String> headers(Incoming incoming) {
        Map<String, String> joined = new LinkedHashMap<>();
        incoming.headers().forEach((name, values) -> {
            if (!name.equals("cookie")) {
                joined.put(name, String.join(",", values));
            }
        });
        return joined;
    }

    private static Map<String, String> query(String text) {
        Map<String, String> joined = new LinkedHashMap<>();
        for (String pair : text.split("&", -1)) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = decode(equals < 0 ? pair : pair.substring(0, equals));
                joined.merge(name, equals < 0 ? "" : decode(pair.substring(equals + 1)), (a, b) -> a + "," + b);
            }
        }
        return joined;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private ObjectNode context(Incoming incoming, String routeKey) {
        Instant now = clock.instant();
        ObjectNode context = Json.mapper().createObjectNode();
        context.put("accountId", "000000000000").put("apiId", "local");
        context.put("domainName", incoming.host()).put("domainPrefix", "local");
        context.putObject("http")
                .put("method", incoming.method())
                .put("path", incoming.path())
                .put("protocol", incoming.protocol())
                .put("sourceIp", incoming.sourceIp())
                .put("userAgent", String.join(",", incoming.headers().getOrDefault("user-agent", List.of())));
        context.put("requestId", incoming.requestId()).put("routeKey", routeKey).put("stage", "$default");
        return context.put("time", CLF.format(now)).put("timeEpoch", now.toEpochMilli());
    }

    private static void body(Incoming incoming, ObjectNode event) {
        String text = incoming.body().length == 0 ? null : text(incoming);
        if (text != null) {
            event.put("body", text);
        } else if (incoming.body().length > 0) {
            event.put("body", Base64.getEncoder().encodeToString(incoming.body()));
        }
        event.put("isBase64Encoded", incoming.body().length > 0 && text == null);
    }

    private static @Nullable String text(Incoming incoming) {
        String type = String.join(",", incoming.headers().getOrDefault("content-type", List.of()))
                .toLowerCase(Locale.ROOT);
        if (!type.startsWith("text/") && !type.contains("json") && !type.contains("xml")) {
            return null;
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(incoming.body()))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    private static void putIfAny(ObjectNode event, String name, Map<String, String> values) {
        if (!values.isEmpty()) {
            event.set(name, strings(values));
        }
    }

    private static ObjectNode strings(Map<String, String> values) {
        ObjectNode node = Json.mapper().createObjectNode();
        values.forEach(node::put);
        return node;
    }

    /**
     * A request as it came in.
     *
     * @param path still percent-encoded
     * @param query without the question mark; empty if there is none
     * @param headers by lower-case name
     */
    @SuppressWarnings("ArrayRecordComponent") // passed on once, never compared
    record Incoming(
            String requestId,
            String method,
            String path,
            String query,
            String protocol,
            String host,
            String sourceIp,
            Map<String, List<String>> headers,
            byte[] body) {

        Incoming {
            headers = Map.copyOf(headers);
        }
    }
}
