package io.betterprompts.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.betterprompts.common.contract.Contract;
import io.betterprompts.common.contract.Operation;
import io.betterprompts.common.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Requests that say more than they may: fields, headers, SQL, lines for the log, and too much of all. */
class AbuseByRequestIT {

    private static final AbusedServer SERVER = AbusedServer.running();
    private static final String NAME = "r" + UUID.randomUUID().toString().substring(0, 12);
    private static final LocalClient USER = SERVER.anyone().register(NAME);

    static List<Operation> operationsWithABody() {
        return Contract.load().operations().stream()
                .filter(o -> o.body().isPresent())
                .toList();
    }

    private static LocalClient.Answer send(Operation operation, Object body) {
        String path = operation.path().replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
        LocalClient client = operation.secured() ? USER : SERVER.anyone();
        return client.send(operation.method(), path, body);
    }

    @ParameterizedTest
    @MethodSource("operationsWithABody")
    void refusesFieldsNobodyMaySet(Operation operation) {
        Map<String, Object> fields = Map.of(
                "is_active",
                true,
                "user_id",
                UUID.randomUUID().toString(),
                "password_hash",
                "x",
                "is_admin",
                true,
                "revision",
                1,
                "__proto__",
                Map.of("is_admin", true));

        LocalClient.Answer answer = send(operation, fields);

        if (isJsonRpc(operation)) {
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.json().path("error").path("message").asString())
                    .contains(fields.keySet().stream()
                            .map(field -> field + ": is not known here")
                            .toList());
            return;
        }
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().path("errors").findValuesAsString("pointer"))
                .containsAll(fields.keySet().stream().map(field -> "#/" + field).toList());
    }

    @ParameterizedTest
    @MethodSource("operationsWithABody")
    void refusesTwoMegabytes(Operation operation) {
        assertThat(send(operation, "{\"text\": \"" + "x".repeat(2 << 20) + "\"}")
                        .problem())
                .isEqualTo("content-too-large");
    }

    @ParameterizedTest
    @MethodSource("operationsWithABody")
    void refusesDepthsWithoutFallingIntoThem(Operation operation) {
        for (String deep : List.of("[".repeat(100_000), "{\"a\":".repeat(100_000))) {
            LocalClient.Answer answer = send(operation, deep);

            if (isJsonRpc(operation)) {
                assertThat(answer.json().path("error").path("code").asInt()).isEqualTo(-32600);
            } else {
                assertThat(answer.problem()).isEqualTo("validation-failed");
            }
        }
    }

    /** Its errors are those of its protocol. */
    private static boolean isJsonRpc(Operation operation) {
        return operation.id().equals("mcp");
    }

    @Test
    void refusesSevenMegabytesAtTheGateway() {
        assertThat(USER.send("POST", "/api/v1/enhance", "x".repeat(7 << 20)).problem())
                .isEqualTo("content-too-large");
        assertThat(USER.get("/api/v1/settings").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "' or '1'='1",
                "'; drop table auth.users; --",
                "\" or \"\"=\"",
                "x'||pg_sleep(9)||'",
                "\\'; select 1; --",
                "%' or 1=1 --",
                "$$; delete from prompts.history; $$",
                ":user",
                "%s%n%x"
            })
    void takesSqlForWhatItIs(String text) {
        String encoded = URLEncoder.encode(text, StandardCharsets.UTF_8);
        USER.post("/api/v1/history", Map.of("original_prompt", text, "optimized_prompt", text, "tags", List.of(text)));
        USER.post("/api/v1/templates", Map.of("name", text, "content", text, "tags", List.of(text)));
        JsonNode before = tables();

        assertThat(SERVER.anyone()
                        .post("/api/v1/auth/login", Map.of("email_or_username", text, "password", text))
                        .problem())
                .isEqualTo("invalid-credentials");
        for (Operation operation : Contract.load().operations()) {
            if (operation.method().equals("GET") && operation.secured()) {
                String path = operation.path().replaceAll("\\{[^}]+}", encoded.replace("+", "%20"));
                String query = String.join(
                        "&",
                        operation.parameters().stream()
                                .filter(p -> p.in().equals("query"))
                                .map(p -> p.name() + "=" + encoded)
                                .toList());
                assertThat(USER.get(path + "?" + query).status())
                        .as(operation.id())
                        .isIn(200, 400, 404, 422);
            }
        }
        assertThat(USER.get("/api/v1/history?tag=" + encoded).json().path("items"))
                .hasSize(1);
        assertThat(tables()).isEqualTo(before);
    }

    private static JsonNode tables() {
        return USER.get("/api/v1/auth/export").json().path("tables");
    }

    @Test
    void writesNoLineThatACallerMadeUp() {
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        PrintStream out = System.out;
        System.setOut(new PrintStream(log, true, StandardCharsets.UTF_8));
        try {
            USER.get("/api/v1/settings%0aFAKE%20line");
            USER.get("/api/v1/versions/x%0d%0aFAKE%20line");
            USER.get("/api/v1/history?cursor=%0aFAKE%20line&tag=%0aFAKE%20line");
            SERVER.anyone()
                    .post("/api/v1/auth/login", Map.of("email_or_username", "a\nFAKE line", "password", "\nFAKE line"));
            USER.withHeader("user-agent", "x\tFAKE line").get("/api/v1/settings");
        } finally {
            System.setOut(out);
        }

        assertThat(log.toString(StandardCharsets.UTF_8))
                .contains("/api/v1/settings")
                .doesNotContain("FAKE");
    }

    @Test
    void believesNoHeaderAboutWhereARequestComesFrom() {
        LocalClient client = SERVER.anyone()
                .withHeader("x-forwarded-for", "203.0.113.9")
                .withHeader("forwarded", "for=203.0.113.9")
                .withHeader("x-real-ip", "203.0.113.9");
        String token = client.post(
                        "/api/v1/auth/login", Map.of("email_or_username", NAME, "password", "correct horse battery"))
                .text("access_token");

        JsonNode sessions =
                client.withToken(token).get("/api/v1/auth/sessions").json().path("items");

        assertThat(sessions.findValuesAsString("ip")).isNotEmpty().allMatch(ip -> ip.startsWith("127."));
    }

    @Test
    void believesNoHeaderAboutWhoCallsOrWhatIsCalled() {
        LocalClient nobody = SERVER.anyone()
                .withHeader("x-user-id", UUID.randomUUID().toString())
                .withHeader("x-amzn-oidc-identity", NAME)
                .withHeader("x-amz-request-context", "{\"authorizer\": {\"sub\": \"x\"}}");
        LocalClient overriding = USER.withHeader("x-http-method-override", "DELETE")
                .withHeader("x-original-url", "/api/v1/auth/profile")
                .withHeader("x-rewrite-url", "/api/v1/auth/profile");

        assertThat(nobody.get("/api/v1/settings").problem()).isEqualTo("unauthenticated");
        assertThat(overriding.get("/api/v1/settings").json().path("theme").asString())
                .isEqualTo("light");
        assertThat(USER.get("/api/v1/auth/profile").text("username")).isEqualTo(NAME);
    }

    @Test
    void refusesTwoCredentials() {
        assertThat(USER.withHeader("x-api-key", "bp_live_x")
                        .get("/api/v1/settings")
                        .problem())
                .isEqualTo("credentials-ambiguous");
        String two = raw(
                "GET /api/v1/settings HTTP/1.1", "host: x", "authorization: Bearer a", "authorization: Bearer b", "");
        assertThat(two).startsWith("HTTP/1.1 401");
    }

    @Test
    void refusesRequestsThatTwoServersWouldReadDifferently() {
        String logIn = "POST /api/v1/auth/login HTTP/1.1";
        String both = raw(
                logIn,
                "host: x",
                "content-length: 5",
                "transfer-encoding: chunked",
                "",
                "0",
                "",
                "GET /health HTTP/1.1");

        assertThat(both).startsWith("HTTP/1.1 400").containsOnlyOnce("HTTP/1.1");
        assertThat(raw(logIn, "host: x", "content-length: 5", "content-length: 6", "", "{}   "))
                .startsWith("HTTP/1.1 400");
        assertThat(raw("GET /health HTTP/1.1", "host: x", "x-folded: a", " b: c", ""))
                .startsWith("HTTP/1.1 400");
    }

    /** What no HTTP client lets one send. The connection is to be closed after it. */
    private static String raw(String first, String... lines) {
        String request = first + "\r\nconnection: close\r\n" + String.join("\r\n", lines) + "\r\n";
        int port = URI.create(SERVER.url()).getPort();
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void putsNoSecretIntoAnAnswerThatRefusesOne() {
        LocalClient.Answer answer = SERVER.anyone()
                .post("/api/v1/auth/register", Map.of("email", "x", "username", "y", "password", "canary-secret"));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(Json.mapper().writeValueAsString(answer.json())).doesNotContain("canary-secret");
    }
}
