package io.betterprompts.templates;

import static io.betterprompts.templates.TemplatesFixture.PATH;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tags and categories. */
class LabelsIT {

    private final TemplatesFixture function = new TemplatesFixture();

    @Test
    void areCountedMostUsedFirst() {
        function.path("1", Map.of("tags", List.of("b", "a"), "category", "Writing"));
        function.path("2", Map.of("tags", List.of("b")));
        function.calls.delete(function.path("3", Map.of("tags", List.of("a", "b", "gone"))));
        function.stranger.post(PATH, Map.of("name", "s", "content", "c", "tags", List.of("a", "c"), "is_public", true));
        function.stranger.post(PATH, Map.of("name", "s", "content", "c", "tags", List.of("secret")));

        assertThat(counts("tags?scope=own"))
                .isEqualTo("{\"items\":[{\"name\":\"b\",\"templates\":2},{\"name\":\"a\",\"templates\":1}]}");
        assertThat(counts("tags?scope=public")).contains("\"c\"").doesNotContain("\"b\"");
        assertThat(counts("tags")).contains("\"a\",\"templates\":2").doesNotContain("secret");
        assertThat(counts("categories")).isEqualTo("{\"items\":[{\"name\":\"Writing\",\"templates\":1}]}");
    }

    @Test
    void mergeIntoOneThatExistsAndKeepTheirOrder() {
        String both = function.path("1", Map.of("tags", List.of("x", "E-Mail", "y", "mail")));
        String one = function.path("2", Map.of("tags", List.of("e-mail")));
        String merged = function.path("3", Map.of("tags", List.of("mail")));

        assertThat(rename("tags", "{\"from\": [\"E-mail\", \"mail\", \"post\"], \"to\": \"Mail\"}"))
                .isEqualTo(2);

        assertThat(function.read(both).path("tags").toString()).isEqualTo("[\"x\",\"mail\",\"y\"]");
        assertThat(function.read(one).path("tags").toString()).isEqualTo("[\"mail\"]");
        assertThat(function.calls.get(one).header("etag")).isEqualTo("\"2\"");
        assertThat(function.calls.get(merged).header("etag")).isEqualTo("\"1\"");
        assertThat(function.read(one + "/versions/1").path("tags").toString()).isEqualTo("[\"e-mail\"]");
        assertThat(function.read(one + "/versions/2").path("tags").toString()).isEqualTo("[\"mail\"]");
    }

    @Test
    void areTakenAway() {
        String path = function.path("1", Map.of("tags", List.of("a", "b"), "category", "x"));

        assertThat(rename("tags", "{\"from\": [\"a\"], \"to\": null}")).isEqualTo(1);
        assertThat(rename("categories", "{\"from\": [\"x\"], \"to\": null}")).isEqualTo(1);

        assertThat(function.read(path).path("tags").toString()).isEqualTo("[\"b\"]");
        assertThat(function.read(path).path("category").isNull()).isTrue();
    }

    @Test
    void areRenamedInOnesOwnTemplatesAlone() {
        String path = function.path("1", Map.of("tags", List.of("a"), "category", "x", "is_public", true));

        assertThat(function.stranger
                        .post(PATH + "/tags/rename", "{\"from\": [\"a\"], \"to\": \"b\"}")
                        .text())
                .isEqualTo("{\"changed\":0}");
        assertThat(rename("categories", "{\"from\": [\"x\"], \"to\": \"y\"}")).isEqualTo(1);

        assertThat(function.read(path).path("tags").toString()).isEqualTo("[\"a\"]");
        assertThat(function.read(path).path("category").asString()).isEqualTo("y");
    }

    private String counts(String query) {
        return function.calls.get(PATH + "/" + query).text();
    }

    private int rename(String what, String body) {
        return function.calls
                .post(PATH + "/" + what + "/rename", body)
                .json()
                .path("changed")
                .asInt(-1);
    }
}
