package io.betterprompts.local;

import static java.util.Objects.requireNonNull;

import io.betterprompts.common.contract.Contract;
import io.betterprompts.common.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Puts a real login and real ids into the files of {@code sam-local/events}, by asking the functions for them. What an
 * event names is made for it alone, and so is the account of an event to {@code auth}; so events can be sent in any order.
 */
public final class EventFiller {

    private static final String PASSWORD = "correct horse battery";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([a-z_]+)}}");

    private final Contract contract = SampleEvents.CONTRACT;
    private final GatewayEvents events = new GatewayEvents(Clock.systemUTC());
    private final LambdaCall functions;
    private final Account shared;

    /** What a placeholder stands for, by its name. Others, such as those of prompts, stay. */
    private static final Map<String, Function<Account, String>> VALUES = values();

    public EventFiller(LambdaCall functions) {
        this.functions = functions;
        this.shared = account();
    }

    /** The function an event is for: that of its route, or the contract's default. */
    String function(String event) {
        return contract.byRouteKey(
                        Json.mapper().readTree(event).path("routeKey").asString())
                .map(operation -> operation.function())
                .orElse(contract.defaultFunction());
    }

    /** The event as it can be sent. */
    public byte[] fill(String event) {
        Account owner =
                function(event).equals("auth") && PLACEHOLDER.matcher(event).find() ? account() : shared;
        Map<String, String> made = new HashMap<>();
        return PLACEHOLDER
                .matcher(event)
                .replaceAll(found -> Matcher.quoteReplacement(made.computeIfAbsent(
                        found.group(1),
                        name -> VALUES.getOrDefault(name, a -> found.group()).apply(owner))))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, Function<Account, String>> values() {
        Map<String, Function<Account, String>> values = new HashMap<>();
        values.put("token", account -> requireNonNull(account.token()));
        values.put("refresh_token", Account::refreshToken);
        values.put("user", Account::name);
        values.put("new_user", account -> newName());
        values.put("session_id", account -> account.first("/api/v1/auth/sessions"));
        values.put(
                "api_key_id",
                account -> account.made("/api/v1/auth/api-keys", Map.of("name", "k", "scopes", List.of("enhance"))));
        values.put("history_id", Account::history);
        values.put("deleted_history_id", Account::deletedHistory);
        values.put("version_id", account -> account.currentVersion(account.history()));
        values.put(
                "enhanced_version_id",
                account -> account.made("/api/v1/enhance", Map.of("text", Belongings.THREE_EDITS)));
        values.put("template_id", account -> account.made("/api/v1/templates", Belongings.TEMPLATE));
        return Map.copyOf(values);
    }

    private static String newName() {
        return "e" + UUID.randomUUID().toString().substring(0, 13);
    }

    private Account account() {
        String name = newName();
        JsonNode tokens = new Account(name, null, "")
                .post(
                        "/api/v1/auth/register",
                        Map.of("email", name + "@example.com", "username", name, "password", PASSWORD));
        return new Account(
                name,
                tokens.path("access_token").asString(),
                tokens.path("refresh_token").asString());
    }

    /** Somebody who uses the functions. */
    private final class Account {

        private final String name;
        private final @Nullable String token;
        private final String refreshToken;

        Account(String name, @Nullable String token, String refreshToken) {
            this.name = name;
            this.token = token;
            this.refreshToken = refreshToken;
        }

        String name() {
            return name;
        }

        @Nullable
        String token() {
            return token;
        }

        String refreshToken() {
            return refreshToken;
        }

        /** A prompt group with a label. */
        String history() {
            String id = made("/api/v1/history", Map.of("original_prompt", "A poem", "optimized_prompt", "A sonnet"));
            send("PUT", "/api/v1/history/" + id + "/labels/" + Belongings.LABEL, Map.of("version_number", 1));
            return id;
        }

        String deletedHistory() {
            String id = history();
            send("DELETE", "/api/v1/history/" + id, null);
            return id;
        }

        String currentVersion(String history) {
            return send("GET", "/api/v1/history/" + history, null)
                    .path("current_version")
                    .path("id")
                    .asString();
        }

        String first(String path) {
            return send("GET", path, null).path("items").get(0).path("id").asString();
        }

        String made(String path, Object body) {
            return post(path, body).path("id").asString();
        }

        JsonNode post(String path, Object body) {
            return send("POST", path, body);
        }

        private JsonNode send(String method, String path, @Nullable Object body) {
            Contract.Match match = contract.match(method, path).orElseThrow();
            GatewayEvents.Incoming request = new GatewayEvents.Incoming(
                    UUID.randomUUID().toString(),
                    method,
                    path,
                    "",
                    "HTTP/1.1",
                    "api.example.com",
                    "203.0.113.8",
                    headers(),
                    body == null ? new byte[0] : Json.mapper().writeValueAsBytes(body));
            JsonNode answer = Json.mapper()
                    .readTree(
                            functions.invoke(match.operation().function(), events.event(request, Optional.of(match))));
            if (answer.path("statusCode").asInt() >= 400) {
                throw new IllegalStateException(method + " " + path + " answered " + answer);
            }
            String text = answer.path("body").asString("");
            return text.isEmpty()
                    ? Json.mapper().createObjectNode()
                    : Json.mapper().readTree(text);
        }

        private Map<String, List<String>> headers() {
            return token == null
                    ? Map.of("content-type", List.of("application/json"))
                    : Map.of("content-type", List.of("application/json"), "authorization", List.of("Bearer " + token));
        }
    }
}
