package io.betterprompts.templates;

import static io.betterprompts.templates.TemplatesFixture.texts;
import static org.assertj.core.api.Assertions.assertThat;

import io.betterprompts.common.testkit.Calls.Answer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class TemplateVersionsIT {

    private final TemplatesFixture function = new TemplatesFixture();

    @Test
    void areKeptForEachChange() {
        String path = function.path("one", Map.of("tags", List.of("a")));
        function.calls.put(path, Map.of("name", "two", "content", "c2"));
        function.calls.patch(path, Map.of("name", "three"));

        JsonNode first = function.read(path + "/versions?limit=2");
        JsonNode rest = function.read(
                path + "/versions?cursor=" + first.path("next_cursor").asString());

        assertThat(texts(first.path("items"), "name")).containsExactly("three", "two");
        assertThat(texts(rest.path("items"), "name")).containsExactly("one");
        assertThat(rest.path("next_cursor").isNull()).isTrue();
        assertThat(function.read(path + "/versions/2").path("content").asString())
                .isEqualTo("c2");
        assertThat(function.read(path + "/versions/1").path("tags").toString()).isEqualTo("[\"a\"]");
    }

    @Test
    void areRestoredAsANewVersion() {
        String path = function.path(
                "one", Map.of("content", "{{x}}", "variables", List.of(Map.of("name", "x", "type", "string"))));
        JsonNode before = function.read(path);
        function.calls.put(path, Map.of("name", "two", "content", "c2", "is_public", true));

        Answer restored = function.calls.send("POST", path + "/versions/1/restore", null, Map.of("if-match", "\"2\""));

        assertThat(restored.status()).isEqualTo(200);
        assertThat(restored.header("etag")).isEqualTo("\"3\"");
        for (String field : List.of("name", "content", "description", "category", "tags", "variables")) {
            assertThat(restored.json().path(field)).as(field).isEqualTo(before.path(field));
        }
        assertThat(restored.json().path("is_public").asBoolean()).isTrue();
        assertThat(texts(function.read(path + "/versions").path("items"), "name"))
                .containsExactly("one", "two", "one");
    }

    @Test
    void stayAsTheyAreWhereTheWriterKnowsAnotherTemplate() {
        String path = function.path("one", Map.of());
        function.calls.patch(path, Map.of("name", "two"));

        Answer answer = function.calls.send("POST", path + "/versions/1/restore", null, Map.of("if-match", "\"1\""));

        assertThat(answer.problem()).isEqualTo("precondition-failed");
        assertThat(function.read(path).path("name").asString()).isEqualTo("two");
    }

    @Test
    void areTheOwnersAlone() {
        String path = function.path("one", Map.of("is_public", true));

        assertThat(List.of(
                        function.stranger.get(path + "/versions"),
                        function.stranger.get(path + "/versions/1"),
                        function.stranger.send("POST", path + "/versions/1/restore", null, Map.of())))
                .allSatisfy(answer -> assertThat(answer.problem()).isEqualTo("template-not-found"));
        assertThat(function.calls.get(path + "/versions/2").problem()).isEqualTo("template-version-not-found");
    }
}
