package io.betterprompts.enhance;

import static io.betterprompts.enhance.EnhanceFixture.TRAIN;
import static io.betterprompts.enhance.EnhanceFixture.texts;
import static org.assertj.core.api.Assertions.assertThat;

import io.betterprompts.common.testkit.Calls.Answer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class EnhanceIT {

    private final EnhanceFixture function = new EnhanceFixture();

    @Test
    void recordsWhatMadeAVersion() {
        JsonNode reply = function.enhance(Map.of("text", TRAIN, "target_model", "gpt-4o-mini"))
                .json();

        assertThat(function.versions("rule_set_hash"))
                .containsExactly(reply.path("engine").path("rules").asString());
        assertThat(function.versions("model_hash"))
                .containsExactly(reply.path("engine").path("model").asString());
        assertThat(function.versions("model_name")).containsExactly("gpt-4o-mini");
        assertThat(function.versions("explanation ->> 'model_class'"))
                .containsExactly(reply.path("model_class").asString());
        assertThat(function.versions("explanation -> 'intent' ->> 'label'")).containsExactly("reasoning");
        assertThat(function.versions("iteration_direction")).containsExactly("null");
    }

    @Test
    void turnsAnswersIntoEdits() {
        String prompt = "Explain how vaccines work";
        JsonNode first = function.enhance(prompt).json();

        JsonNode second = function.enhance(Map.of("text", prompt, "answers", Map.of("audience", "ten-year-olds")))
                .json();

        assertThat(texts(first.path("missing"), "slot")).contains("audience");
        assertThat(texts(second.path("missing"), "slot")).doesNotContain("audience");
        assertThat(texts(second.path("edits"), "text")).anyMatch(text -> text.contains("ten-year-olds"));
    }

    @Test
    void refusesAnAnswerToAQuestionThereIsNoneOf() {
        Answer answer = function.enhance(Map.of("text", TRAIN, "answers", Map.of("weather", "rain")));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(texts(answer.json().path("errors"), "pointer")).containsExactly("#/answers");
    }

    @Test
    void appendsToTheGroupTheWriterKnows() {
        Answer first = function.enhance(TRAIN);
        Map<String, String> next = Map.of("text", TRAIN + " Be exact.", "history_id", group(first));

        Answer stale = send(next, "\"7\"");
        Answer second = send(next, first.header("etag"));

        assertThat(first.header("etag")).isEqualTo("\"1\"");
        assertThat(stale.problem()).isEqualTo("precondition-failed");
        assertThat(stale.header("etag")).isEqualTo("\"1\"");
        assertThat(second.json().path("version").asInt()).isEqualTo(2);
        assertThat(second.header("etag")).isEqualTo("\"2\"");
        assertThat(second.header("location"))
                .isEqualTo("/api/v1/versions/" + second.json().path("id").asString());
        assertThat(function.versions("number")).containsExactly("1", "2");
    }

    @Test
    void takesTheDefaultModelOfTheSettingsWhereTheRequestNamesNone() {
        function.setDefaultModel("o3");

        JsonNode own = function.enhance(TRAIN).json();
        JsonNode other = function.enhance(Map.of("text", TRAIN, "target_model", "gpt-4o"))
                .json();
        JsonNode byClass =
                function.enhance(Map.of("text", TRAIN, "model_class", "small")).json();

        assertThat(List.of(own, other, byClass))
                .extracting(reply -> reply.path("model_class").asString())
                .containsExactly("reasoning", "standard", "small");
        assertThat(function.versions("model_name")).containsExactly("o3", "gpt-4o", "null");
    }

    @Test
    void findsNoGroupOfSomebodyElse() {
        String group = group(function.enhance(TRAIN));

        assertThat(function.stranger
                        .post("/api/v1/enhance", Map.of("text", TRAIN, "history_id", group))
                        .problem())
                .isEqualTo("prompt-group-not-found");
    }

    @Test
    void analysesWithoutStoring() {
        Map<String, String> body = Map.of("text", "Translate the text below into Spanish.");

        JsonNode analysis = function.calls.post("/api/v1/analyze", body).json();

        assertThat(analysis.propertyNames())
                .containsExactly("intent", "complexity", "language", "missing", "lint", "tokens", "engine");
        assertThat(analysis.path("intent").path("label").asString()).isEqualTo("translation");
        assertThat(analysis.path("language").asString()).isEqualTo("en");
        assertThat(texts(analysis.path("lint"), "rule")).contains("unresolved_reference");
        assertThat(texts(analysis.path("missing"), "slot")).contains("tone");
        assertThat(function.versions("id")).isEmpty();
        assertThat(analysis.path("tokens").path("original"))
                .isEqualTo(function.enhance(body).json().path("tokens").path("original"));
    }

    private Answer send(Map<String, ?> body, String ifMatch) {
        return function.calls.send("POST", "/api/v1/enhance", body, Map.of("if-match", ifMatch));
    }

    private static String group(Answer answer) {
        return answer.json().path("history_id").asString();
    }
}
