package io.betterprompts.enhance;

import static io.betterprompts.enhance.EnhanceFixture.TRAIN;
import static io.betterprompts.enhance.EnhanceFixture.texts;
import static org.assertj.core.api.Assertions.assertThat;

import io.betterprompts.common.data.Ids;
import io.betterprompts.common.testkit.Calls.Answer;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class IterateIT {

    private static final String VACCINES = "Explain how vaccines work";

    private final EnhanceFixture function = new EnhanceFixture();

    @ParameterizedTest
    @CsvSource({
        "shorter, short",
        "more formal, formal",
        "for a 10-year-old, 10-year-old",
        "as a table, table",
        "in French, French",
        "no more than two metaphors, no more than two metaphors"
    })
    void makesTheNextVersionFromADirection(String direction, String words) {
        JsonNode first = function.enhance(VACCINES).json();

        Answer answer = function.iterate(group(first), Map.of("direction", direction));
        JsonNode second = answer.json();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(second.path("version").asInt()).isEqualTo(2);
        assertThat(second.path("history_id")).isEqualTo(first.path("history_id"));
        assertThat(second.path("original_text")).isEqualTo(first.path("enhanced_text"));
        assertThat(second.path("enhanced_text").asString())
                .contains(first.path("enhanced_text").asString());
        assertThat(texts(second.path("edits"), "text")).anyMatch(text -> text.contains(words));
        assertThat(function.versions("iteration_direction")).containsExactly("null", direction);
    }

    @Test
    void makesTheNextVersionFromAnswers() {
        JsonNode first = function.enhance(VACCINES).json();

        JsonNode second = function.iterate(group(first), Map.of("answers", Map.of("audience", "ten-year-olds")))
                .json();

        assertThat(texts(first.path("missing"), "slot")).contains("audience");
        assertThat(texts(second.path("edits"), "text")).anyMatch(text -> text.contains("ten-year-olds"));
        assertThat(texts(second.path("missing"), "slot")).doesNotContain("audience");
    }

    @Test
    void goesOnFromTheNewestVersion() {
        JsonNode first = function.enhance(VACCINES).json();
        function.iterate(group(first), Map.of("direction", "as a table"));

        JsonNode third = function.iterate(group(first), Map.of("direction", "more formal"))
                .json();

        assertThat(third.path("version").asInt()).isEqualTo(3);
        assertThat(third.path("enhanced_text").asString()).contains("table").contains("formal");
    }

    @Test
    void keepsTheModelUnlessAnotherIsNamed() {
        String group = group(
                function.enhance(Map.of("text", TRAIN, "target_model", "o3")).json());

        JsonNode same = function.iterate(group, Map.of("direction", "shorter")).json();
        JsonNode other = function.iterate(group, Map.of("direction", "more formal", "target_model", "gpt-4o"))
                .json();

        assertThat(same.path("model_class").asString()).isEqualTo("reasoning");
        assertThat(other.path("model_class").asString()).isEqualTo("standard");
        assertThat(function.versions("model_name")).containsExactly("o3", "o3", "gpt-4o");
    }

    @Test
    void refusesAWriterWhoKnowsAnOlderGroup() {
        Answer first = function.enhance(VACCINES);
        String path = "/api/v1/history/" + group(first.json()) + "/iterate";
        Map<String, String> body = Map.of("direction", "shorter");
        Map<String, String> known = Map.of("if-match", first.header("etag"));

        assertThat(function.calls.send("POST", path, body, known).status()).isEqualTo(200);
        Answer late = function.calls.send("POST", path, body, known);

        assertThat(late.problem()).isEqualTo("precondition-failed");
        assertThat(late.header("etag")).isEqualTo("\"2\"");
        assertThat(late.json().path("current").path("current_version_number").asInt())
                .isEqualTo(2);
        assertThat(function.versions("number")).containsExactly("1", "2");
    }

    @Test
    void goesOnFromATextAClientMade() {
        String group = clientsGroup("Explain vaccines in one paragraph.");

        JsonNode reply = function.iterate(group, Map.of("direction", "for a 10-year-old"))
                .json();

        assertThat(reply.path("version").asInt()).isEqualTo(2);
        assertThat(reply.path("enhanced_text").asString()).startsWith("Explain vaccines in one paragraph.");
    }

    @Test
    void refusesATextThatIsTooLongByNow() {
        Answer answer = function.iterate(clientsGroup("long ".repeat(5_000)), Map.of("direction", "shorter"));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().path("errors").get(0).path("detail").asString())
                .contains("20000");
    }

    @Test
    void needsADirectionOrAnswers() {
        String group = group(function.enhance(VACCINES).json());

        assertThat(function.iterate(group, Map.of()).status()).isEqualTo(422);
        assertThat(function.iterate(group, Map.of("direction", " ")).status()).isEqualTo(422);
        assertThat(function.iterate(group, Map.of("answers", Map.of("weather", "rain")))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void findsNoGroupOfSomebodyElse() {
        String group = group(function.enhance(VACCINES).json());

        assertThat(function.stranger
                        .post("/api/v1/history/" + group + "/iterate", Map.of("direction", "shorter"))
                        .problem())
                .isEqualTo("prompt-group-not-found");
        assertThat(function.iterate(UUID.randomUUID().toString(), Map.of("direction", "shorter"))
                        .problem())
                .isEqualTo("prompt-group-not-found");
    }

    private String clientsGroup(String optimized) {
        UUID group = Ids.timeOrdered().next();
        function.database
                .db()
                .sql("""
                        with made as (
                            insert into prompts.history
                                (id, user_id, original_prompt, title, current_version_number, revision, created_at,
                                 updated_at)
                            values (:group, :user, 'vaccines', 'vaccines', 1, 1, now(), now())
                            returning id, user_id)
                        insert into prompts.versions
                            (id, history_id, user_id, number, original_prompt, optimized_prompt, status, revision,
                             created_at)
                        select :version, id, user_id, 1, 'vaccines', :optimized, 'client', 1, now() from made
                        """)
                .param("group", group)
                .param("version", Ids.timeOrdered().next())
                .param("user", function.user.value())
                .param("optimized", optimized)
                .update();
        return group.toString();
    }

    private static String group(JsonNode reply) {
        return reply.path("history_id").asString();
    }
}
