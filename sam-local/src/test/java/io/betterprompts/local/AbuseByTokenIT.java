package io.betterprompts.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.betterprompts.common.contract.Contract;
import io.betterprompts.common.contract.Operation;
import java.security.PrivateKey;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Tokens and keys that are none, were ones, or are somebody else's, at every function. */
class AbuseByTokenIT {

    private static final AbusedServer SERVER = AbusedServer.running();
    private static final PrivateKey OURS = ForgedToken.key(SERVER.signingSecret());
    private static final PrivateKey THEIRS = ForgedToken.key("what a thief made up");

    private static final JsonNode LOGIN = register();
    private static final Map<List<String>, String> KEYS = new HashMap<>();

    private static JsonNode register() {
        String name = "u" + UUID.randomUUID().toString().substring(0, 12);
        return SERVER.anyone()
                .post(
                        "/api/v1/auth/register",
                        Map.of("email", name + "@example.com", "username", name, "password", "correct horse battery"))
                .json();
    }

    private ForgedToken token() {
        return ForgedToken.like(LOGIN.path("access_token").asString());
    }

    /** One operation of each function that asks for a credential. */
    private static List<Operation> doors() {
        Map<String, Operation> doors = new LinkedHashMap<>();
        Contract.load().operations().stream()
                .filter(o ->
                        o.secured() && o.method().equals("GET") && !o.path().contains("{"))
                .forEach(o -> doors.putIfAbsent(o.function(), o));
        return List.copyOf(doors.values());
    }

    private static void refusedEverywhere(String credential, String problem) {
        assertThat(doors()).hasSize(Contract.load().functions().size());
        LocalClient client = SERVER.anyone().withToken(credential);
        doors().forEach(door -> {
            LocalClient.Answer answer = client.get(door.path());
            assertThat(answer.status()).as(door.path()).isEqualTo(401);
            assertThat(answer.problem()).as(door.path()).isEqualTo(problem);
        });
    }

    /** Were the forger no good, the tests below would pass for the wrong reason. */
    @Test
    void aTokenMadeWithTheStolenSecretIsGood() {
        LocalClient client = SERVER.anyone().withToken(token().signedBy(OURS));

        doors().forEach(door ->
                assertThat(client.get(door.path()).status()).as(door.path()).isEqualTo(200));
    }

    @Test
    void noAlgorithm() {
        refusedEverywhere(token().header("alg", "none").unsigned(), "access-token-invalid");
        refusedEverywhere(token().header("alg", "NonE").signedBy(OURS), "access-token-invalid");
    }

    @Test
    void anotherAlgorithm() {
        JsonNode keys = SERVER.anyone().get("/.well-known/jwks.json").json();
        byte[] published = keys.path("keys").get(0).path("x").asString().getBytes(UTF_8);

        refusedEverywhere(token().header("alg", "HS256").authenticatedBy(published), "access-token-invalid");
    }

    @Test
    void anotherKey() {
        refusedEverywhere(token().signedBy(THEIRS), "access-token-invalid");
        refusedEverywhere(token().header("kid", "made-up").signedBy(THEIRS), "access-token-invalid");
        refusedEverywhere(token().header("kid", "' or '1'='1").signedBy(OURS), "access-token-invalid");
    }

    @Test
    void anotherAudienceOrIssuer() {
        refusedEverywhere(token().claim("aud", "another-api").signedBy(OURS), "access-token-invalid");
        refusedEverywhere(token().claim("iss", "somebody").signedBy(OURS), "access-token-invalid");
        refusedEverywhere(token().without("aud").signedBy(OURS), "access-token-invalid");
    }

    @Test
    void expired() {
        long now = Instant.now().getEpochSecond();

        refusedEverywhere(token().times(now - 960, now - 960, now - 60).signedBy(OURS), "access-token-expired");
        refusedEverywhere(token().without("exp").signedBy(OURS), "access-token-invalid");
    }

    @Test
    void notYetValid() {
        long now = Instant.now().getEpochSecond();

        refusedEverywhere(token().times(now + 120, now + 120, now + 900).signedBy(OURS), "access-token-invalid");
    }

    @Test
    void anotherUserOrSession() {
        String other = register().path("user").path("id").asString();

        refusedEverywhere(token().claim("sub", other).signedBy(OURS), "access-token-invalid");
        refusedEverywhere(token().claim("sid", other).signedBy(OURS), "access-token-invalid");
    }

    @Test
    void revoked() {
        String token = register().path("access_token").asString();
        SERVER.anyone().withToken(token).send("POST", "/api/v1/auth/logout", null);

        refusedEverywhere(token, "access-token-invalid");
    }

    @Test
    void aRefreshTokenUsedTwice() {
        LocalClient client = SERVER.anyone();
        Map<String, String> first =
                Map.of("refresh_token", register().path("refresh_token").asString());
        JsonNode second = client.post("/api/v1/auth/refresh", first).json();

        assertThat(client.post("/api/v1/auth/refresh", first).problem()).isEqualTo("refresh-token-reused");

        refusedEverywhere(second.path("access_token").asString(), "access-token-invalid");
        Map<String, String> next =
                Map.of("refresh_token", second.path("refresh_token").asString());
        assertThat(client.post("/api/v1/auth/refresh", next).problem()).isEqualTo("refresh-token-invalid");
        refusedEverywhere(second.path("refresh_token").asString(), "access-token-invalid");
    }

    @Test
    void anApiKeyMadeUpOrRevoked() {
        LocalClient owner = SERVER.anyone().withToken(LOGIN.path("access_token").asString());
        JsonNode made = owner.post("/api/v1/auth/api-keys", Map.of("name", "k", "scopes", List.of("enhance")))
                .json();
        String key = made.path("key").asString();
        owner.send("DELETE", "/api/v1/auth/api-keys/" + made.path("id").asString(), null);

        refusedEverywhere(key, "api-key-invalid");
        refusedEverywhere(key.substring(0, 20) + "0".repeat(37), "api-key-invalid");
        refusedEverywhere("bp_live_", "api-key-invalid");
    }

    /** A key with every scope but the one an operation asks for is told so, at every operation. */
    @Test
    void anApiKeyWithoutTheScope() {
        LocalClient owner = SERVER.anyone().withToken(LOGIN.path("access_token").asString());
        List<String> all = List.of("enhance", "history:read", "history:write", "templates");
        for (Operation operation : Contract.load().operations()) {
            if (operation.scope().isPresent()) {
                List<String> others = all.stream()
                        .filter(s -> !operation.scope().get().equals(s))
                        .toList();
                String path = operation
                        .path()
                        .replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
                LocalClient client = SERVER.anyone().withHeader("x-api-key", key(owner, others));

                LocalClient.Answer answer = client.send(operation.method(), path, null);

                assertThat(answer.problem()).as(operation.id()).isEqualTo("insufficient-scope");
                assertThat(answer.text("detail")).contains(operation.scope().get());
            }
        }
    }

    private String key(LocalClient owner, List<String> scopes) {
        return KEYS.computeIfAbsent(
                scopes,
                s -> owner.post("/api/v1/auth/api-keys", Map.of("name", "k", "scopes", s))
                        .text("key"));
    }
}
