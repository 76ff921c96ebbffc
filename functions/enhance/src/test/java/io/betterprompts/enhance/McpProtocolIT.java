package io.betterprompts.enhance;

import static org.assertj.core.api.Assertions.assertThat;

import io.betterprompts.common.http.Cors;
import io.betterprompts.common.json.Json;
import io.betterprompts.common.testkit.Calls.Answer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The protocol, as clients of 2025 and of 2026 speak it. */
class McpProtocolIT {

    private static final Map<String, Object> META = Map.of(
            "io.modelcontextprotocol/protocolVersion",
            "2026-07-28",
            "io.modelcontextprotocol/clientCapabilities",
            Map.of());

    private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

    /** One for all: nothing is kept between two messages. */
    private static final EnhanceFixture FUNCTION = new EnhanceFixture(
            new EnhanceSettings(true, Optional.empty(), new Cors(List.of("https://tools.example.com"))));

    private static Answer send(Object message, Map<String, String> headers) {
        return FUNCTION.calls.send("POST", "/mcp", message, headers);
    }

    private static Map<String, Object> request(String method, Map<String, ?> params) {
        return Map.of("jsonrpc", "2.0", "id", 7, "method", method, "params", params);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-11-25", "2025-06-18"})
    void agreesOnTheRevisionAClientWishes(String revision) {
        JsonNode result = send(request("initialize", Map.of("protocolVersion", revision)), Map.of())
                .json()
                .path("result");

        assertThat(result.path("protocolVersion").asString()).isEqualTo(revision);
        assertThat(result.path("capabilities").has("tools")).isTrue();
        assertThat(result.path("serverInfo").path("name").asString()).isEqualTo("betterprompts");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1900-01-01", "2025-03-26", "2026-07-28"})
    void proposesTheNewestWithAHandshakeToOthers(String revision) {
        assertThat(send(request("initialize", Map.of("protocolVersion", revision)), Map.of())
                        .json()
                        .path("result")
                        .path("protocolVersion")
                        .asString())
                .isEqualTo("2025-11-25");
    }

    @Test
    void takesNotificationsAndAnswersWithoutAWord() {
        Answer notified = send(Map.of("jsonrpc", "2.0", "method", "notifications/initialized"), Map.of());
        Answer answered = send(Map.of("jsonrpc", "2.0", "id", "x", "result", Map.of()), Map.of());

        assertThat(notified.status()).isEqualTo(202);
        assertThat(notified.text()).isEmpty();
        assertThat(answered.status()).isEqualTo(202);
    }

    @Test
    void answersAPingWithTheIdItCameWith() {
        ObjectNode ping = Json.mapper().createObjectNode().put("jsonrpc", "2.0").put("method", "ping");

        assertThat(send(ping.put("id", "a-1"), Map.of()).json().toString())
                .isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":\"a-1\",\"result\":{}}");
    }

    @Test
    void servesRequestsThatSayAllAboutThemselves() {
        Map<String, String> headers = Map.of("MCP-Protocol-Version", "2026-07-28", "Mcp-Method", "server/discover");
        JsonNode discovered = send(request("server/discover", Map.of("_meta", META)), headers)
                .json()
                .path("result");
        JsonNode listed = send(
                        request("tools/list", Map.of("_meta", META)),
                        Map.of("MCP-Protocol-Version", "2026-07-28", "Mcp-Method", "tools/list"))
                .json()
                .path("result");
        JsonNode called = send(
                        request(
                                "tools/call",
                                Map.of("_meta", META, "name", "lint_prompt", "arguments", Map.of("text", "hi"))),
                        Map.of(
                                "MCP-Protocol-Version", "2026-07-28",
                                "Mcp-Method", "tools/call",
                                "Mcp-Name", "=?base64?bGludF9wcm9tcHQ=?="))
                .json()
                .path("result");

        assertThat(discovered.path("supportedVersions").valueStream().map(JsonNode::asString))
                .containsExactly("2026-07-28", "2025-11-25", "2025-06-18");
        assertThat(listed.path("tools")).hasSize(4);
        assertThat(listed.path("ttlMs").asInt()).isPositive();
        assertThat(listed.path("cacheScope").asString()).isEqualTo("private");
        assertThat(List.of(discovered, listed, called)).allSatisfy(result -> {
            assertThat(result.path("resultType").asString()).isEqualTo("complete");
            assertThat(result.path("_meta")
                            .path("io.modelcontextprotocol/serverInfo")
                            .has("version"))
                    .isTrue();
        });
    }

    @Test
    void refusesHeadersThatSayAnotherThingThanTheBody() {
        Map<String, ?> params = Map.of("_meta", META, "name", "lint_prompt", "arguments", Map.of("text", "hi"));
        Map<String, String> good =
                Map.of("MCP-Protocol-Version", "2026-07-28", "Mcp-Method", "tools/call", "Mcp-Name", "lint_prompt");

        assertThat(send(request("tools/call", params), good).status()).isEqualTo(200);
        for (String header : good.keySet()) {
            ObjectNode headers = Json.mapper().valueToTree(good);
            for (String wrong : List.of("2025-11-25", "=?base64?%?=", "")) {
                Answer answer = send(
                        request("tools/call", params),
                        Json.mapper().treeToValue(headers.deepCopy().put(header, wrong), HEADERS));
                assertThat(answer.status()).as(header).isEqualTo(400);
                assertThat(code(answer)).as(header).isEqualTo(-32020);
            }
            Answer without = send(
                    request("tools/call", params),
                    Json.mapper().treeToValue(headers.deepCopy().remove(List.of(header)), HEADERS));
            assertThat(code(without)).as(header).isEqualTo(-32020);
        }
    }

    @Test
    void namesTheRevisionsItSpeaksToWhoeverSpeaksAnother() {
        Map<String, Object> old = Map.of(
                "io.modelcontextprotocol/protocolVersion",
                "1900-01-01",
                "io.modelcontextprotocol/clientCapabilities",
                Map.of());
        Answer answer = send(request("tools/list", Map.of("_meta", old)), Map.of());
        Answer byHeader = send(request("tools/list", Map.of()), Map.of("mcp-protocol-version", "1900-01-01"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(code(answer)).isEqualTo(-32022);
        assertThat(answer.json().path("error").path("data").path("requested").asString())
                .isEqualTo("1900-01-01");
        assertThat(answer.json().path("error").path("data").path("supported")).hasSize(3);
        assertThat(byHeader.status()).isEqualTo(400);
        assertThat(code(byHeader)).isEqualTo(-32022);
    }

    @Test
    void asksEachRequestOfTheNewRevisionForWhatItMustSay() {
        Map<String, String> headers = Map.of("MCP-Protocol-Version", "2026-07-28", "Mcp-Method", "tools/list");
        Answer silent = send(request("tools/list", Map.of()), headers);
        Answer half = send(
                request("tools/list", Map.of("_meta", Map.of("io.modelcontextprotocol/protocolVersion", "2026-07-28"))),
                headers);

        assertThat(List.of(silent, half)).allSatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(400);
            assertThat(code(answer)).isEqualTo(-32602);
        });
    }

    @Test
    void knowsNoOtherMethods() {
        Answer old = send(request("resources/list", Map.of()), Map.of());
        Answer recent = send(
                request("ping", Map.of("_meta", META)),
                Map.of("MCP-Protocol-Version", "2026-07-28", "Mcp-Method", "ping"));

        assertThat(old.status()).isEqualTo(200);
        assertThat(code(old)).isEqualTo(-32601);
        assertThat(recent.status()).isEqualTo(404);
        assertThat(code(recent)).isEqualTo(-32601);
        assertThat(FUNCTION.calls.get("/mcp").status()).isEqualTo(405);
        assertThat(FUNCTION.calls.delete("/mcp").status()).isEqualTo(405);
    }

    @Test
    void refusesWhatIsNoMessage() {
        assertRefused(send("{\"jsonrpc\": \"2.0\", \"id\": 1, ", Map.of()), -32700);
        assertRefused(send("[".repeat(100_000), Map.of()), -32600);
        assertRefused(send(List.of(request("tools/list", Map.of())), Map.of()), -32600);
        assertRefused(send(Map.of("id", 1, "method", "tools/list"), Map.of()), -32600);
        assertRefused(send(Map.of("jsonrpc", "2.0"), Map.of()), -32600);
        assertRefused(send("{\"jsonrpc\":\"2.0\",\"id\":null,\"method\":\"ping\"}", Map.of()), -32600);
        assertRefused(send(Map.of("jsonrpc", "2.0", "id", 1, "method", "ping", "params", List.of()), Map.of()), -32600);
    }

    private static void assertRefused(Answer answer, int code) {
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("content-type")).isEqualTo("application/json");
        assertThat(code(answer)).isEqualTo(code);
        assertThat(answer.json().has("id")).isFalse();
    }

    private static int code(Answer answer) {
        return answer.json().path("error").path("code").asInt();
    }

    @Test
    void refusesPagesOfOtherOrigins() {
        Map<String, Object> list = request("tools/list", Map.of());

        assertThat(send(list, Map.of("origin", "http://evil.example.com")).problem())
                .isEqualTo("origin-not-allowed");
        assertThat(send(list, Map.of("origin", "null")).status()).isEqualTo(403);
        assertThat(send(list, Map.of("origin", "https://tools.example.com")).status())
                .isEqualTo(200);
    }

    @Test
    void asksForACredentialWhereEnhancingDoesNot() {
        assertThat(FUNCTION.anyone.post("/mcp", request("tools/list", Map.of())).problem())
                .isEqualTo("unauthenticated");
    }
}
