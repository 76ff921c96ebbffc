package io.betterprompts.local;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The tools as a public client library sees them, on the running server, with an API key. */
class McpClientIT {

    private static final AbusedServer SERVER = AbusedServer.running();
    private static final LocalClient OWNER =
            SERVER.anyone().register("m" + UUID.randomUUID().toString().substring(0, 12));

    private static String key(String... scopes) {
        return OWNER.post("/api/v1/auth/api-keys", Map.of("name", "editor", "scopes", List.of(scopes)))
                .text("key");
    }

    /** Checks each result against the tool's output schema, as the library does unless told otherwise. */
    private static McpSyncClient client(String header, String value) {
        return McpClient.sync(HttpClientStreamableHttpTransport.builder(SERVER.url())
                        .addHttpRequestCustomizer(
                                (request, method, uri, body, context) -> request.header(header, value))
                        .build())
                .enableCallToolSchemaCaching(true)
                .build();
    }

    private static CallToolResult call(McpSyncClient client, String tool, Map<String, Object> arguments) {
        return client.callTool(
                CallToolRequest.builder(tool).arguments(arguments).build());
    }

    private static Object field(CallToolResult result, String name) {
        assertThat(result.isError()).isFalse();
        return requireNonNull(((Map<?, ?>) result.structuredContent()).get(name));
    }

    @Test
    void callsEachToolWithAnApiKey() {
        String template = OWNER.post(
                        "/api/v1/templates",
                        Map.of(
                                "name", "Poem",
                                "content", "Write a poem about {{what}}",
                                "variables", List.of(Map.of("name", "what", "type", "string"))))
                .text("id");
        try (McpSyncClient client = client("authorization", "Bearer " + key("enhance", "templates"))) {
            client.initialize();
            client.ping();

            assertThat(client.getServerInfo().name()).isEqualTo("betterprompts");
            assertThat(client.getServerInstructions()).contains("enhance_prompt");
            assertThat(client.listTools().tools())
                    .extracting(Tool::name)
                    .containsExactly("enhance_prompt", "lint_prompt", "list_templates", "render_template");
            assertThat(field(
                            call(client, "enhance_prompt", Map.of("text", "Explain {{topic}}\r\nto me")),
                            "enhanced_text"))
                    .asString()
                    .contains("Explain {{topic}}\r\nto me");
            assertThat((List<?>) field(call(client, "lint_prompt", Map.of("text", "dear {{name} hello")), "lint"))
                    .isNotEmpty();
            assertThat((List<?>) field(call(client, "list_templates", Map.of()), "templates"))
                    .isNotEmpty();
            assertThat(field(
                            call(
                                    client,
                                    "render_template",
                                    Map.of("id", template, "variables", Map.of("what", "the sea"))),
                            "text"))
                    .isEqualTo("Write a poem about the sea");
        }
        assertThat(OWNER.get("/api/v1/history").json().path("items")).hasSize(1);
    }

    @Test
    void tellsAModelWhatToMend() {
        try (McpSyncClient client = client("x-api-key", key("enhance"))) {
            client.initialize();

            CallToolResult result = call(client, "enhance_prompt", Map.of("text", " "));

            assertThat(result.isError()).isTrue();
            assertThat(((TextContent) result.content().getFirst()).text()).contains("text: ");
            assertThatThrownBy(() -> call(client, "delete_all", Map.of()))
                    .isInstanceOf(McpError.class)
                    .hasMessageContaining("Unknown tool");
        }
    }

    @Test
    void offersAKeyWhatItsScopesAllow() {
        try (McpSyncClient client = client("x-api-key", key("enhance"))) {
            client.initialize();

            assertThat(client.listTools().tools())
                    .extracting(Tool::name)
                    .containsExactly("enhance_prompt", "lint_prompt");
            CallToolResult result = call(client, "list_templates", Map.of());
            assertThat(result.isError()).isTrue();
            assertThat(((TextContent) result.content().getFirst()).text()).contains("needs the scope templates");
        }
    }

    @Test
    void letsNobodyInWithoutAGoodKey() {
        try (McpSyncClient client = client("x-api-key", "bp_live_made_up")) {
            assertThatThrownBy(client::initialize).isInstanceOf(RuntimeException.class);
        }
    }
}
