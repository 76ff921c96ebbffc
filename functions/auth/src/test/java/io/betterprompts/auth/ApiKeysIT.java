package io.betterprompts.auth;

import static io.betterprompts.auth.AuthFixture.accessToken;
import static org.assertj.core.api.Assertions.assertThat;

import io.betterprompts.common.contract.Contract;
import io.betterprompts.common.contract.Operation;
import io.betterprompts.common.testkit.Calls;
import io.betterprompts.common.testkit.Calls.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class ApiKeysIT {

    private final AuthFixture fixture = new AuthFixture();
    private final String token = accessToken(fixture.register());
    private final Calls calls = fixture.calls.withToken(token);

    private Answer create(Object body) {
        return calls.post("/api/v1/auth/api-keys", body);
    }

    private JsonNode listed() {
        return calls.get("/api/v1/auth/api-keys").json().path("items");
    }

    @Test
    void showsTheKeyOnce() {
        Answer answer = create(Map.of("name", "editor", "scopes", List.of("templates", "enhance")));

        String key = answer.json().path("key").asString();
        assertThat(answer.status()).isEqualTo(201);
        assertThat(key).matches("bp_live_[0-9A-Za-z]{49}");
        assertThat(answer.json().path("prefix").asString()).isEqualTo(key.substring(0, 20));
        assertThat(answer.json().path("scopes").toString()).isEqualTo("[\"enhance\",\"templates\"]");
        assertThat(answer.json().path("expires_at").isNull()).isTrue();
        assertThat(calls.get("/api/v1/auth/api-keys").text())
                .contains(key.substring(0, 20))
                .doesNotContain(key.substring(20))
                .doesNotContain("hash");
        assertThat(fixture.database
                        .db()
                        .sql("select k::text from auth.api_keys k")
                        .query(String.class)
                        .single())
                .doesNotContain(key.substring(20));
    }

    @ParameterizedTest
    @CsvSource({
        "account, #/scopes/0",
        "settings, #/scopes/0",
        "'*', #/scopes/0",
        "history, #/scopes/0",
    })
    void givesNoScopeThatIsALoginsAlone(String scope, String pointer) {
        Answer answer = create(Map.of("name", "editor", "scopes", List.of(scope)));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().path("errors").findValuesAsString("pointer")).containsExactly(pointer);
    }

    @Test
    void refusesAnEndInThePast() {
        Answer answer = create(Map.of("name", "x", "scopes", List.of("enhance"), "expires_at", "2026-11-22T09:00:00Z"));

        assertThat(answer.json().path("errors").findValuesAsString("pointer")).containsExactly("#/expires_at");
    }

    @Test
    void endsAtItsEnd() {
        Answer answer =
                create(Map.of("name", "x", "scopes", List.of("enhance"), "expires_at", "2026-11-22T13:00:00+02:00"));
        String key = answer.json().path("key").asString();
        assertThat(answer.json().path("expires_at").asString()).isEqualTo("2026-11-22T11:00:00Z");
        assertThat(fixture.profile(key).problem()).isEqualTo("insufficient-scope");

        fixture.clock.pass(Duration.ofHours(1));

        assertThat(fixture.profile(key).problem()).isEqualTo("api-key-invalid");
    }

    static List<Operation> operationsOfAuth() {
        return Contract.load().of("auth").stream().filter(Operation::secured).toList();
    }

    /** Whatever it was given, a key manages neither keys nor the account. */
    @ParameterizedTest
    @MethodSource("operationsOfAuth")
    void managesNothingWithAKey(Operation operation) {
        String key = fixture.apiKey(token, "enhance", "history:read", "history:write", "templates");
        String path = operation.path().replaceAll("\\{[^}]+}", "01890a5d-ac96-774b-bcce-b302099a8057");

        Answer answer = fixture.calls.send(operation.method(), path, "{}", Map.of("x-api-key", key));

        assertThat(operation.scope()).contains("account");
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.problem()).isEqualTo("insufficient-scope");
        assertThat(answer.text()).contains("scope account");
    }

    @Test
    void refusesARevokedKeyAtTheNextRequest() {
        String key = fixture.apiKey(token, "enhance");
        String id = listed().get(0).path("id").asString();

        assertThat(calls.delete("/api/v1/auth/api-keys/" + id).status()).isEqualTo(204);

        assertThat(fixture.profile(key).problem()).isEqualTo("api-key-invalid");
        assertThat(listed()).isEmpty();
        assertThat(calls.delete("/api/v1/auth/api-keys/" + id).problem()).isEqualTo("api-key-not-found");
    }

    @Test
    void knowsNoKeyOfSomebodyElse() {
        String key = fixture.apiKey(token, "enhance");
        String id = listed().get(0).path("id").asString();
        Calls eve = fixture.calls.withToken(accessToken(
                fixture.calls.post("/api/v1/auth/register", AuthFixture.registration("eve@example.com", "eve"))));

        assertThat(eve.delete("/api/v1/auth/api-keys/" + id).status()).isEqualTo(404);
        assertThat(eve.get("/api/v1/auth/api-keys").json().path("items")).isEmpty();
        assertThat(fixture.profile(key).problem()).isEqualTo("insufficient-scope");
    }

    @Test
    void tellsTheLastUse() {
        String key = fixture.apiKey(token, "enhance");
        assertThat(listed().get(0).path("last_used_at").isNull()).isTrue();

        fixture.profile(key);

        assertThat(listed().get(0).path("last_used_at").asString()).startsWith("2026-11-22T10:00:00");
    }

    @Test
    void takesFiftyAndNoMore() {
        for (int i = 0; i < CreateApiKey.LIMIT; i++) {
            assertThat(fixture.apiKey(token, "enhance")).isNotEmpty();
        }

        Answer answer = create(Map.of("name", "one more", "scopes", List.of("enhance")));

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.problem()).isEqualTo("too-many-api-keys");
    }
}
