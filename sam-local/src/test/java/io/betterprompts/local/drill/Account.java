package io.betterprompts.local.drill;

import io.betterprompts.common.identity.AccessTokens;
import io.betterprompts.common.json.Json;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Somebody with an account at the server. */
final class Account {

    private static final String PASSWORD = "correct horse battery";
    /** Half of a token's time, so that what begins with it ends with it. */
    private static final Duration RENEWED_AFTER = AccessTokens.LIFETIME.dividedBy(2);

    private final String name;
    private String token = "";
    private Instant loggedIn = Instant.MIN;

    private Account(String name) {
        this.name = name;
    }

    static Account register(String url, String name) {
        Account account = new Account(name);
        account.enter(
                url,
                "/api/v1/auth/register",
                Map.of("email", name + "@example.com", "username", name, "password", PASSWORD));
        return account;
    }

    /** Logs in anew if the token runs out soon. To be called while nothing is broken. */
    synchronized void renew(String url) {
        if (Instant.now().isAfter(loggedIn.plus(RENEWED_AFTER))) {
            enter(url, "/api/v1/auth/login", Map.of("email_or_username", name, "password", PASSWORD));
        }
    }

    synchronized String token() {
        return token;
    }

    Reply logIn(String url) {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return new Caller(http, url)
                    .send(
                            "POST",
                            "/api/v1/auth/login",
                            Map.of("email_or_username", name, "password", PASSWORD),
                            Map.of());
        }
    }

    private void enter(String url, String path, Map<String, String> body) {
        try (HttpClient http = HttpClient.newHttpClient()) {
            Reply reply = new Caller(http, url).send("POST", path, body, Map.of());
            token = Json.mapper().readTree(reply.body()).path("access_token").asString();
            loggedIn = Instant.now();
            if (token.isEmpty()) {
                throw new AssertionError("not let in: " + reply);
            }
        }
    }
}
