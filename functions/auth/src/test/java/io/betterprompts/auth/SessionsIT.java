package io.betterprompts.auth;

import static io.betterprompts.auth.AuthFixture.accessToken;
import static io.betterprompts.auth.AuthFixture.refreshToken;
import static org.assertj.core.api.Assertions.assertThat;

import io.betterprompts.common.testkit.Calls;
import io.betterprompts.common.testkit.Calls.Answer;
import io.betterprompts.common.testkit.DeadCache;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class SessionsIT {

    private final AuthFixture fixture = new AuthFixture();
    private final Answer first = fixture.register();
    private final Answer second = fixture.logIn("ada.l", "correct horse");
    private final Calls calls = fixture.calls.withToken(accessToken(second));

    @Test
    void listsTheLoginsThatStandNewestFirst() {
        JsonNode items = calls.get("/api/v1/auth/sessions").json().path("items");

        assertThat(items).hasSize(2);
        assertThat(items.get(0).path("current").asBoolean()).isTrue();
        assertThat(items.get(1).path("current").asBoolean()).isFalse();
        assertThat(items.get(0).path("ip").asString()).isEqualTo("192.0.2.1");
        assertThat(items.get(0).propertyNames())
                .containsExactlyInAnyOrder("id", "device", "ip", "created_at", "last_used_at", "expires_at", "current");
    }

    @Test
    void showsTheDeviceAndTheLastUse() {
        fixture.clock.pass(Duration.ofMinutes(10));
        fixture.calls.send(
                "POST",
                "/api/v1/auth/refresh",
                Map.of("refresh_token", refreshToken(first)),
                Map.of("user-agent", "editor/7"));

        JsonNode refreshed =
                calls.get("/api/v1/auth/sessions").json().path("items").get(1);

        assertThat(refreshed.path("device").asString()).isEqualTo("editor/7");
        assertThat(refreshed.path("last_used_at").asString()).isEqualTo("2026-11-22T10:10:00.123457Z");
        assertThat(refreshed.path("created_at").asString()).isEqualTo("2026-11-22T10:00:00.123457Z");
    }

    @Test
    void listsInParts() {
        Answer part = calls.get("/api/v1/auth/sessions?limit=1");
        Answer rest = calls.get("/api/v1/auth/sessions?limit=1&cursor="
                + part.json().path("next_cursor").asString());

        assertThat(part.json().path("items")).hasSize(1);
        assertThat(rest.json().path("items")).hasSize(1);
        assertThat(rest.json().path("next_cursor").isNull()).isTrue();
    }

    @Test
    void endsOneLogin() {
        String id = calls.get("/api/v1/auth/sessions")
                .json()
                .path("items")
                .get(1)
                .path("id")
                .asString();

        assertThat(calls.delete("/api/v1/auth/sessions/" + id).status()).isEqualTo(204);

        assertThat(fixture.profile(accessToken(first)).problem()).isEqualTo("access-token-invalid");
        assertThat(fixture.refresh(refreshToken(first)).problem()).isEqualTo("refresh-token-invalid");
        assertThat(fixture.profile(accessToken(second)).status()).isEqualTo(200);
        assertThat(calls.get("/api/v1/auth/sessions").json().path("items")).hasSize(1);
        assertThat(calls.delete("/api/v1/auth/sessions/" + id).problem()).isEqualTo("session-not-found");
    }

    @Test
    void knowsNoLoginOfSomebodyElse() {
        Answer eve = fixture.calls.post("/api/v1/auth/register", AuthFixture.registration("eve@example.com", "eve"));
        String id = calls.get("/api/v1/auth/sessions")
                .json()
                .path("items")
                .get(0)
                .path("id")
                .asString();

        Answer answer = fixture.calls.withToken(accessToken(eve)).delete("/api/v1/auth/sessions/" + id);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.problem()).isEqualTo("session-not-found");
        assertThat(fixture.profile(accessToken(second)).status()).isEqualTo(200);
        assertThat(calls.delete("/api/v1/auth/sessions/" + UUID.randomUUID()).status())
                .isEqualTo(404);
    }

    @Test
    void endsAllLoginsOfTheUserAndNoneOfOthers() {
        Answer eve = fixture.calls.post("/api/v1/auth/register", AuthFixture.registration("eve@example.com", "eve"));

        assertThat(calls.post("/api/v1/auth/logout-all", null).status()).isEqualTo(204);

        assertThat(fixture.profile(accessToken(first)).problem()).isEqualTo("access-token-invalid");
        assertThat(fixture.profile(accessToken(second)).problem()).isEqualTo("access-token-invalid");
        assertThat(fixture.refresh(refreshToken(first)).problem()).isEqualTo("refresh-token-invalid");
        assertThat(fixture.profile(accessToken(eve)).status()).isEqualTo(200);
    }

    @Test
    void endsLoginsAndKeysWhileTheCacheIsDown() {
        AuthFixture deaf = new AuthFixture(new DeadCache());
        String token = accessToken(deaf.register());
        String key = deaf.apiKey(token, "enhance");
        Calls owner = deaf.calls.withToken(token);
        String id = owner.get("/api/v1/auth/api-keys")
                .json()
                .path("items")
                .get(0)
                .path("id")
                .asString();

        owner.delete("/api/v1/auth/api-keys/" + id);
        owner.post("/api/v1/auth/logout-all", null);

        assertThat(deaf.profile(token).problem()).isEqualTo("access-token-invalid");
        assertThat(deaf.profile(key).problem()).isEqualTo("api-key-invalid");
    }

    /** The database is made to forget that they ended; the cache still knows. */
    @Test
    void notesInTheCacheWhatEnded() {
        changePassword();
        String key = fixture.apiKey(accessToken(second), "enhance");
        String id = calls.get("/api/v1/auth/api-keys")
                .json()
                .path("items")
                .get(0)
                .path("id")
                .asString();
        calls.delete("/api/v1/auth/api-keys/" + id);
        fixture.database.db().sql("update auth.sessions set revoked_at = null").update();
        fixture.database.db().sql("update auth.api_keys set revoked_at = null").update();

        assertThat(fixture.profile(accessToken(first)).problem()).isEqualTo("access-token-invalid");
        assertThat(fixture.profile(key).problem()).isEqualTo("api-key-invalid");
        assertThat(fixture.profile(accessToken(second)).status()).isEqualTo(200);
    }

    private void changePassword() {
        calls.post(
                "/api/v1/auth/password", Map.of("current_password", "correct horse", "new_password", "battery staple"));
    }

    @Test
    void forgetsWhatEndedAMonthAgo() {
        calls.post("/api/v1/auth/logout-all", null);
        fixture.clock.pass(Sessions.KEPT_AFTER_END);
        fixture.logIn("ada.l", "correct horse");
        assertThat(stored()).isEqualTo(3);

        fixture.clock.pass(Duration.ofSeconds(1));
        fixture.logIn("ada.l", "correct horse");

        assertThat(stored()).isEqualTo(2);
    }

    private long stored() {
        return fixture.database
                .db()
                .sql("select count(*) from auth.sessions")
                .query(Long.class)
                .single();
    }
}
