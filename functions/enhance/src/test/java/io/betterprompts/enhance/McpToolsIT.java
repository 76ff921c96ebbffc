package io.betterprompts.enhance;

import static org.assertj.core.api.Assertions.assertThat;

import io.betterprompts.common.data.Ids;
import io.betterprompts.common.json.Json;
import io.betterprompts.common.testkit.Calls;
import io.betterprompts.common.testkit.Calls.Answer;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What the tools for language models do, and what they say when they cannot. */
class McpToolsIT {

    private final EnhanceFixture function = new EnhanceFixture();

    private static JsonNode call(Calls caller, String tool, Map<String, ?> arguments) {
        Answer answer = answer(caller, tool, arguments);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("id").asInt()).isEqualTo(7);
        return answer.json().path("result");
    }

    private static Answer answer(Calls caller, String tool, Map<String, ?> arguments) {
        Map<String, ?> params = Map.of("name", tool, "arguments", arguments);
        return caller.post("/mcp", Map.of("jsonrpc", "2.0", "id", 7, "method", "tools/call", "params", params));
    }

    private static String refusal(JsonNode result) {
        assertThat(result.path("isError").asBoolean()).isTrue();
        assertThat(result.has("structuredContent")).isFalse();
        return result.path("content").path(0).path("text").asString();
    }

    @Test
    void enhancesAndKeepsAPrompt() {
        String prompt = "write a python function\r\nthat merges two sorted lists, keep {{style}}";

        JsonNode result = call(function.calls, "enhance_prompt", Map.of("text", prompt));
        JsonNode content = result.path("structuredContent");
        JsonNode next = call(
                        function.calls,
                        "enhance_prompt",
                        Map.of(
                                "text",
                                prompt,
                                "history_id",
                                content.path("history_id").asString()))
                .path("structuredContent");

        assertThat(content.path("enhanced_text").asString()).contains(prompt).contains("Leave {{style}} exactly");
        assertThat(content.has("original_text")).isFalse();
        assertThat(Json.mapper()
                        .readTree(result.path("content").path(0).path("text").asString()))
                .isEqualTo(content);
        assertThat(next.path("version").asInt()).isEqualTo(2);
        assertThat(function.versions("original_prompt")).containsExactly(prompt, prompt);
    }

    @Test
    void lintsAPromptAndKeepsNothing() {
        JsonNode content = call(function.calls, "lint_prompt", Map.of("text", "Summarize the report of {{name}"))
                .path("structuredContent");

        assertThat(content.path("lint")).isNotEmpty();
        assertThat(content.path("intent").path("label").asString()).isEqualTo("summarization");
        assertThat(function.versions("id")).isEmpty();
    }

    @Test
    void tellsWhatIsWrongWithArguments() {
        String nested = refusal(call(
                function.calls, "enhance_prompt", Map.of("text", "hi", "context", Map.of("tone", "", "mood", "x"))));
        String unknown = refusal(
                call(function.calls, "enhance_prompt", Map.of("text", "hi", "prefer_techniques", List.of("magic"))));
        String nothing = refusal(call(function.calls, "enhance_prompt", Map.of()));

        assertThat(nested).contains("context/tone: ").contains("context/mood: is not known here");
        assertThat(unknown).contains("prefer_techniques: no technique 'magic'");
        assertThat(nothing).contains("text: is required");
        assertThat(answer(function.calls, "delete_all", Map.of())
                        .json()
                        .at("/error/code")
                        .asInt())
                .isEqualTo(-32602);
    }

    @Test
    void findsAndFillsInTemplates() {
        UUID poem = template("Poem", "A poem about {{what}}, {{lines}} lines", """
                [{"name": "what", "type": "string", "required": true},
                 {"name": "lines", "type": "number", "default": 4}]""");
        template("Letter", "A letter", "[]");

        JsonNode all =
                call(function.calls, "list_templates", Map.of("limit", 1)).path("structuredContent");
        JsonNode rest = call(
                        function.calls,
                        "list_templates",
                        Map.of("limit", 1, "cursor", all.path("next_cursor").asString()))
                .path("structuredContent");
        JsonNode found =
                call(function.calls, "list_templates", Map.of("query", "poems")).path("structuredContent");
        JsonNode filled = call(
                        function.calls,
                        "render_template",
                        Map.of("id", poem.toString(), "variables", Map.of("what", "the {{sea}}")))
                .path("structuredContent");

        assertThat(EnhanceFixture.texts(all.path("templates"), "name")).containsExactly("Letter");
        assertThat(EnhanceFixture.texts(rest.path("templates"), "name")).containsExactly("Poem");
        assertThat(rest.path("next_cursor").isNull()).isTrue();
        assertThat(EnhanceFixture.texts(found.path("templates"), "id")).containsExactly(poem.toString());
        assertThat(found.path("templates").path(0).path("variables")).hasSize(2);
        assertThat(filled.path("text").asString()).isEqualTo("A poem about the {{sea}}, 4 lines");
        assertThat(function.database
                        .db()
                        .sql("select usage_count from prompts.templates where id = :id")
                        .param("id", poem)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void saysWhatATemplateWants() {
        UUID poem = template("Poem", "{{what}}", """
                [{"name": "what", "type": "string", "required": true}]""");

        assertThat(refusal(call(function.calls, "render_template", Map.of("id", poem.toString()))))
                .contains("variables/what: is required");
        assertThat(refusal(call(function.calls, "list_templates", Map.of("cursor", "made up"))))
                .contains("cursor: is not a next_cursor of this list");
        assertThat(refusal(call(function.calls, "render_template", Map.of("id", "x"))))
                .contains("id: must be a valid uuid");
    }

    @Test
    void knowsNothingOfWhatIsSomebodyElses() {
        UUID template = template("Poem", "x", "[]");
        String group =
                function.enhance(EnhanceFixture.TRAIN).json().path("history_id").asString();

        assertThat(call(function.stranger, "list_templates", Map.of())
                        .path("structuredContent")
                        .path("templates"))
                .isEmpty();
        assertThat(refusal(call(function.stranger, "render_template", Map.of("id", template.toString()))))
                .contains("You have no template with the id");
        assertThat(refusal(call(function.stranger, "enhance_prompt", Map.of("text", "hi", "history_id", group))))
                .contains("You have no prompt group with the id");
        function.database
                .db()
                .sql("update prompts.templates set is_public = true")
                .update();
        assertThat(call(function.stranger, "list_templates", Map.of())
                        .path("structuredContent")
                        .path("templates")
                        .path(0)
                        .path("is_own")
                        .asBoolean(true))
                .isFalse();
    }

    private UUID template(String name, String content, String variables) {
        UUID id = Ids.timeOrdered().next();
        function.database
                .db()
                .sql("""
                        insert into prompts.templates (
                            id, user_id, name, content, variables, revision, created_at, updated_at)
                        values (:id, :user, :name, :content, :variables::jsonb, 1, now(), now())
                        """)
                .param("id", id)
                .param("user", function.user.value())
                .param("name", name)
                .param("content", content)
                .param("variables", variables)
                .update();
        return id;
    }
}
