package io.betterprompts.local.drill;

import io.betterprompts.common.json.Json;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Somebody with an account at the server, who logs in anew before the access token runs out. */
final class Account {

    private static final String PASSWORD = "correct horse battery";
    private static final Duration TOKEN_GOOD_FOR = Duration.ofMinutes(8);

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

    synchronized String token(String url) {
        if (Instant.now().isAfter(loggedIn.plus(TOKEN_GOOD_FOR))) {
            enter(url, "/api/v1/auth/login", Map.of("email_or_username", name, "password", PASSWORD));
        }
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
