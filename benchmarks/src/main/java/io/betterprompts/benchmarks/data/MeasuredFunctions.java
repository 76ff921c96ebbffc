package io.betterprompts.benchmarks.data;

import static java.util.Objects.requireNonNull;

import io.betterprompts.common.contract.Contract;
import io.betterprompts.common.function.EventInvoker;
import io.betterprompts.common.identity.ApiKey;
import io.betterprompts.common.json.Json;
import io.betterprompts.history.HistoryApplication;
import io.betterprompts.templates.TemplatesApplication;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The functions as Lambda runs them, from the bytes of an event to the bytes of an answer, and a user who calls them. */
final class MeasuredFunctions {

    private final Contract contract = Contract.load();
    private final Map<String, EventInvoker> functions;
    private final String key;

    MeasuredFunctions(FilledDatabase database, UUID user) {
        System.setProperty("DB_URL", database.url());
        System.setProperty("RATE_LIMITS", "off");
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        this.functions =
                Map.of("history", start(HistoryApplication.class), "templates", start(TemplatesApplication.class));
        this.key = key(database.db(), user);
    }

    private static EventInvoker start(Class<?> application) {
        System.setProperty("MAIN_CLASS", application.getName());
        return new EventInvoker();
    }

    private static String key(JdbcClient db, UUID user) {
        ApiKey key = ApiKey.random(new SecureRandom());
        db.sql("""
                        insert into auth.api_keys (id, user_id, name, prefix, key_hash, scopes, created_at)
                        values (gen_random_uuid(), :user, 'benchmark', :prefix, :hash, :scopes, now())
                        """)
                .param("user", user)
                .param("prefix", key.prefix())
                .param("hash", key.hash())
                .param("scopes", Contract.load().scopes().toArray(String[]::new))
                .update();
        return key.text();
    }

    /**
     * The answer to a GET.
     *
     * @throws IllegalStateException unless it is a 200
     */
    JsonNode get(String target) {
        JsonNode answer = Json.mapper().readTree(invoke(target));
        if (answer.path("statusCode").asInt() != 200) {
            throw new IllegalStateException(target + " -> " + answer);
        }
        return Json.mapper().readTree(answer.path("body").asString());
    }

    /** The answer with all that is around it. */
    byte[] invoke(String target) {
        String[] parts = target.split("\\?", 2);
        Contract.Match match = contract.match("GET", parts[0]).orElseThrow();
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try {
            requireNonNull(functions.get(match.operation().function()))
                    .handleRequest(new ByteArrayInputStream(event(parts, match)), answer, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return answer.toByteArray();
    }

    private byte[] event(String[] target, Contract.Match match) {
        String query = target.length > 1 ? target[1] : "";
        ObjectNode event = Json.mapper().createObjectNode();
        event.put("version", "2.0").put("routeKey", match.operation().routeKey());
        event.put("rawPath", target[0]).put("rawQueryString", query);
        event.putObject("headers").put("x-api-key", key);
        ObjectNode parameters = event.putObject("queryStringParameters");
        for (String pair : query.isEmpty() ? new String[0] : query.split("&", -1)) {
            String[] both = pair.split("=", 2);
            parameters.put(both[0], URLDecoder.decode(both[1], StandardCharsets.UTF_8));
        }
        ObjectNode path = event.putObject("pathParameters");
        match.pathParameters().forEach(path::put);
        ObjectNode context = event.putObject("requestContext")
                .put("requestId", UUID.randomUUID().toString());
        context.putObject("http").put("method", "GET").put("path", target[0]).put("sourceIp", "192.0.2.1");
        return Json.mapper().writeValueAsBytes(event);
    }
}
