package io.betterprompts.enhance;

import static org.assertj.core.api.Assertions.assertThat;

import io.betterprompts.common.testkit.Calls.Answer;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From a template to an enhanced prompt in one call. */
class EnhanceTemplateIT {

    private final EnhanceFixture function = new EnhanceFixture();
    private final UUID template = template("""
            Explain {{what}} to me""", """
            [{"name": "what", "type": "string", "required": true}]""");

    @Test
    void enhancesWhatTheTemplateBecomes() {
        Answer answer = enhance(Map.of("variables", Map.of("what", "how {{vaccines}} work"), "target_model", "o3"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("original_text").asString()).isEqualTo("Explain how {{vaccines}} work to me");
        assertThat(answer.json().path("model_class").asString()).isEqualTo("reasoning");
        assertThat(answer.header("location")).startsWith("/api/v1/versions/");
        assertThat(function.versions("original_prompt")).containsExactly("Explain how {{vaccines}} work to me");
        assertThat(uses()).isEqualTo(1);
    }

    @Test
    void appendsToAGroupOrStoresNothing() {
        String group = function.enhance("Explain how vaccines work")
                .json()
                .path("history_id")
                .asString();

        Answer appended = enhance(Map.of("variables", Map.of("what", "ships"), "history_id", group));
        Answer unsaved = enhance(Map.of("variables", Map.of("what", "ships"), "save", false));

        assertThat(appended.json().path("version").asInt()).isEqualTo(2);
        assertThat(unsaved.json().path("id").isNull()).isTrue();
        assertThat(function.versions("id")).hasSize(2);
    }

    @Test
    void countsNoUseWhereAValueDoesNotFit() {
        assertThat(enhance(Map.of()).problem()).isEqualTo("validation-failed");
        assertThat(enhance(Map.of("variables", Map.of("what", "x".repeat(20_000))))
                        .json()
                        .path("errors")
                        .get(0)
                        .path("pointer")
                        .asString())
                .isEqualTo("#/variables");
        assertThat(function.versions("id")).isEmpty();
        assertThat(uses()).isZero();
    }

    @Test
    void knowsNothingOfAStrangersPrivateTemplate() {
        Map<String, ?> body = Map.of("variables", Map.of("what", "x"));

        assertThat(function.stranger.post(path(), body).problem()).isEqualTo("template-not-found");
        db().sql("update prompts.templates set is_public = true").update();
        assertThat(function.stranger.post(path(), body).status()).isEqualTo(200);
    }

    private Answer enhance(Map<String, ?> body) {
        return function.calls.post(path(), body);
    }

    private String path() {
        return "/api/v1/templates/" + template + "/enhance";
    }

    private int uses() {
        return db().sql("select usage_count from prompts.templates")
                .query(Integer.class)
                .single();
    }

    private UUID template(String content, String variables) {
        UUID id = UUID.randomUUID();
        db().sql("""
                        insert into prompts.templates (
                            id, user_id, name, content, variables, revision, created_at, updated_at)
                        values (:id, :user, 'n', :content, :variables::jsonb, 1, now(), now())
                        """)
                .param("id", id)
                .param("user", function.user.value())
                .param("content", content)
                .param("variables", variables)
                .update();
        return id;
    }

    private JdbcClient db() {
        return function.database.db();
    }
}
