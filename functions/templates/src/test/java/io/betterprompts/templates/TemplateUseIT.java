package io.betterprompts.templates;

import static io.betterprompts.templates.TemplatesFixture.pointers;
import static org.assertj.core.api.Assertions.assertThat;

import io.betterprompts.common.testkit.Calls.Answer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Filling in and copying. */
class TemplateUseIT {

    private static final Map<String, Object> MAIL = Map.of(
            "content",
            "Write {{count}} mails to {{who}}.\r\n\t{{note}}",
            "tags",
            List.of("mail"),
            "variables",
            List.of(
                    Map.of("name", "who", "type", "string", "required", true),
                    Map.of("name", "count", "type", "number", "default", 2),
                    Map.of("name", "note", "type", "string")));

    private final TemplatesFixture function = new TemplatesFixture();

    @Test
    void fillsInATemplateByteForByte() {
        String path = function.path("mail", MAIL);

        Answer answer = function.calls.post(
                path + "/render", Map.of("variables", Map.of("who", "{{note}} $1 \\ é", "note", "{{who}}")));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("text").asString()).isEqualTo("Write 2 mails to {{note}} $1 \\ é.\r\n\t{{who}}");
        assertThat(answer.json().path("version").asInt()).isEqualTo(1);
    }

    @Test
    void namesEachValueThatDoesNotFit() {
        String path = function.path("mail", MAIL);

        Answer answer = function.calls.post(path + "/render", Map.of("variables", Map.of("count", "2", "whom", "x")));

        assertThat(answer.problem()).isEqualTo("validation-failed");
        assertThat(pointers(answer)).containsExactly("#/variables/who", "#/variables/count", "#/variables/whom");
        assertThat(pointers(function.calls.post(path + "/render", "{\"variables\": {\"who\": null}}")))
                .containsExactly("#/variables/who");
        assertThat(pointers(function.calls.send("POST", path + "/render", null, Map.of())))
                .containsExactly("#/variables/who");
        assertThat(function.read(path).path("usage_count").asInt()).isZero();
    }

    @Test
    void refusesAFewBytesThatAskForMegabytes() {
        String path = function.path(
                "bomb",
                Map.of("content", "{{x}}".repeat(4000), "variables", List.of(Map.of("name", "x", "type", "string"))));

        Answer answer = function.calls.post(path + "/render", Map.of("variables", Map.of("x", "x".repeat(20_000))));

        assertThat(answer.problem()).isEqualTo("filled-text-too-long");
    }

    @Test
    void countsUsesWithoutChangingTheTemplate() {
        String path = function.path("public", Map.of("is_public", true));

        function.calls.post(path + "/render", Map.of());
        function.stranger.post(path + "/render", Map.of());

        assertThat(function.read(path).path("usage_count").asInt()).isEqualTo(2);
        assertThat(function.calls.get(path).header("etag")).isEqualTo("\"1\"");
    }

    @Test
    void copiesAPublicTemplateAsAPrivateOne() {
        String path = function.path("mail", with(MAIL, "is_public", true));
        function.calls.post(path + "/render", Map.of("variables", Map.of("who", "you")));

        Answer copy = function.stranger.send("POST", path + "/copy", null, Map.of());
        Answer named = function.stranger.post(path + "/copy", Map.of("name", "mine"));

        assertThat(copy.status()).isEqualTo(201);
        assertThat(copy.header("location")).isNotEqualTo(path);
        assertThat(copy.json().path("is_own").asBoolean()).isTrue();
        assertThat(copy.json().path("is_public").asBoolean()).isFalse();
        assertThat(copy.json().path("usage_count").asInt()).isZero();
        for (String field : List.of("name", "content", "tags", "variables")) {
            assertThat(copy.json().path(field))
                    .as(field)
                    .isEqualTo(function.read(path).path(field));
        }
        assertThat(named.json().path("name").asString()).isEqualTo("mine");
        function.calls.delete(path);
        assertThat(function.stranger.get(copy.header("location")).status()).isEqualTo(200);
    }

    @Test
    void knowsNothingOfAStrangersPrivateTemplate() {
        String path = function.path("secret", Map.of());

        assertThat(function.stranger.post(path + "/render", Map.of()).problem()).isEqualTo("template-not-found");
        assertThat(function.stranger.post(path + "/copy", Map.of()).problem()).isEqualTo("template-not-found");
    }

    @Test
    void answersTheOlderPathsToo() {
        String path = function.path("old", Map.of()).replace("/v1", "");

        assertThat(function.calls
                        .post(path + "/render", Map.of())
                        .json()
                        .path("text")
                        .asString())
                .isEqualTo("c");
        assertThat(function.calls.post(path + "/copy", Map.of()).status()).isEqualTo(201);
    }

    private static Map<String, Object> with(Map<String, Object> body, String field, Object value) {
        Map<String, Object> more = new HashMap<>(body);
        more.put(field, value);
        return more;
    }
}
