package io.betterprompts.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** What a user does in each part of the product, one thing after another, over HTTP. */
class JourneysIT {

    private static final String HISTORY = "/api/v1/history";
    private static final String TEMPLATES = "/api/v1/templates";
    private static final String SETTINGS = "/api/v1/settings";
    private static final String SORT = "write a python function that merges two sorted lists, keep {{style}}";

    private final AbusedServer server = AbusedServer.running();

    @Test
    void keepsFindsAndRestoresAPrompt() {
        LocalClient writer = server.anyone().register("journey-history");
        JsonNode made = writer.post(
                        HISTORY,
                        Map.of("original_prompt", "A poem of the sea", "optimized_prompt", "A short poem of the sea"))
                .json();
        String group = HISTORY + "/" + made.path("id").asString();
        String first = made.path("current_version").path("id").asString();
        JsonNode second = writer.post(group + "/versions", Map.of("optimized_prompt", "A long poem of the sea"))
                .json();

        assertThat(ids(writer.get(HISTORY + "?q=poem")))
                .containsExactly(made.path("id").asString());
        assertThat(writer.get("/api/v1/versions/" + second.path("id").asString() + "/diff?against=" + first)
                        .text("unified"))
                .contains("-A short poem of the sea", "+A long poem of the sea");
        assertThat(writer.send("PUT", group + "/labels/production", Map.of("version_id", first))
                        .status())
                .isEqualTo(201);

        JsonNode third =
                writer.post("/api/v1/versions/" + first + "/restore", Map.of()).json();
        assertThat(third.path("number").asInt()).isEqualTo(3);
        assertThat(third.path("optimized_prompt").asString()).isEqualTo("A short poem of the sea");
        writer.send("PUT", group + "/labels/production", Map.of("version_number", 3));
        assertThat(writer.get(group + "/labels/production")
                        .json()
                        .path("version_number")
                        .asInt())
                .isEqualTo(3);

        assertThat(writer.send("DELETE", group, null).status()).isEqualTo(204);
        assertThat(writer.get(group).problem()).isEqualTo("prompt-group-not-found");
        assertThat(ids(writer.get(HISTORY + "?deleted=true")))
                .containsExactly(made.path("id").asString());
        assertThat(writer.send("POST", group + "/undelete", null).status()).isEqualTo(200);
        assertThat(ids(writer.get(group + "/versions"))).hasSize(3);
    }

    @Test
    void acceptsSomeEditsOfAnEnhancement() {
        LocalClient writer = server.anyone().register("journey-edits");
        JsonNode enhanced = writer.enhance(SORT).json();
        String kept = enhanced.path("edits").get(0).path("id").asString();

        JsonNode chosen = writer.post(
                        "/api/v1/versions/" + enhanced.path("id").asString() + "/edits",
                        Map.of("accept", List.of(kept)))
                .json();

        assertThat(chosen.path("number").asInt()).isEqualTo(2);
        assertThat(chosen.path("edits").findValuesAsString("id")).containsExactly(kept);
        assertThat(chosen.path("optimized_prompt").asString()).contains(SORT);
        assertThat(ids(writer.get(HISTORY + "?technique="
                        + enhanced.path("edits").get(0).path("technique").asString())))
                .containsExactly(enhanced.path("history_id").asString());
    }

    @Test
    void bringsTwoDevicesTogetherOverAConflict() {
        LocalClient phone = server.anyone().register("journey-sync");
        String group = phone.post(HISTORY, Map.of("original_prompt", "a", "optimized_prompt", "b"))
                .text("id");
        JsonNode known = phone.get("/api/v1/sync").json();
        phone.send("PATCH", HISTORY + "/" + group, Map.of("title", "by phone"));

        JsonNode refused = sent(phone, change(group, 1, "by laptop"));
        assertThat(refused.path("status").asString()).isEqualTo("conflict");
        assertThat(refused.path("current").path("data").path("title").asString())
                .isEqualTo("by phone");
        Map<String, Object> merged =
                change(group, refused.path("current").path("version").asLong(), "by phone and laptop");
        assertThat(sent(phone, merged).path("status").asString()).isEqualTo("applied");
        assertThat(sent(phone, merged).path("status").asString()).isIn("applied", "repeated");

        JsonNode news = phone.get("/api/v1/sync?since=" + known.path("cursor").asString())
                .json();
        assertThat(news.path("changes").findValuesAsString("title")).contains("by phone and laptop");
        assertThat(news.path("changes")).hasSize(1);
    }

    @Test
    void fillsInCopiesAndOrdersTemplates() {
        LocalClient author = server.anyone().register("journey-author");
        LocalClient reader = server.anyone().register("journey-reader");
        Map<String, Object> greeting = Map.of(
                "name",
                "greeting",
                "content",
                "Greet {{name}}",
                "tags",
                List.of("hello"),
                "is_public",
                true,
                "variables",
                List.of(Map.of("name", "name", "type", "string", "required", true)));
        String path = TEMPLATES + "/" + author.post(TEMPLATES, greeting).text("id");

        assertThat(reader.post(path + "/render", Map.of("variables", Map.of("name", "Ada")))
                        .response()
                        .body())
                .contains("Greet Ada");
        assertThat(reader.post(path + "/render", Map.of("variables", Map.of("nam", "Ada")))
                        .status())
                .isEqualTo(422);
        String copy = TEMPLATES + "/" + reader.post(path + "/copy", Map.of()).text("id");
        assertThat(reader.send("PATCH", copy, Map.of("content", "Welcome {{name}}"))
                        .status())
                .isEqualTo(200);
        reader.post(TEMPLATES + "/tags/rename", Map.of("from", List.of("hello"), "to", "welcome"));
        assertThat(ids(reader.get(TEMPLATES + "?tag=welcome")))
                .containsExactly(copy.substring(copy.lastIndexOf('/') + 1));
        assertThat(reader.get(copy + "/versions").json().path("items")).hasSize(3);
        assertThat(reader.send("POST", copy + "/versions/1/restore", null).text("content"))
                .isEqualTo("Greet {{name}}");
        assertThat(reader.post(copy + "/enhance", Map.of("variables", Map.of("name", "Ada")))
                        .text("original_text"))
                .isEqualTo("Greet Ada");
        assertThat(reader.send("DELETE", copy, null).status()).isEqualTo(204);
        assertThat(author.get(path).json().path("usage_count").asInt()).isPositive();
    }

    @Test
    void obeysSettings() {
        LocalClient user = server.anyone().register("journey-settings");
        String technique =
                user.enhance(SORT).json().path("edits").get(0).path("technique").asString();

        assertThat(user.send("PUT", SETTINGS, Map.of("theme", "dark", "history_retention_days", 30))
                        .text("language"))
                .isEqualTo("en");
        JsonNode patched = user.send(
                        "PATCH", SETTINGS, Map.of("settings_data", Map.of("excluded_techniques", List.of(technique))))
                .json();

        assertThat(patched.path("theme").asString()).isEqualTo("dark");
        assertThat(patched.path("history_retention_days").asInt()).isEqualTo(30);
        assertThat(user.enhance(SORT).json().path("edits").findValuesAsString("technique"))
                .doesNotContain(technique);
    }

    @Test
    void learnsFromFeedbackOnlyWhenThereIsEnough() {
        LocalClient user = server.anyone().register("journey-feedback");
        JsonNode enhanced = user.enhance(SORT).json();
        String edit = enhanced.path("edits").get(0).path("id").asString();

        assertThat(user.post(
                                "/api/v1/feedback",
                                Map.of(
                                        "version_id",
                                        enhanced.path("id").asString(),
                                        "edit_id",
                                        edit,
                                        "verdict",
                                        "kept"))
                        .status())
                .isEqualTo(200);
        JsonNode effectiveness = user.get("/api/v1/feedback/effectiveness").json();

        assertThat(effectiveness.path("unknown_below").asInt()).isEqualTo(20);
        assertThat(effectiveness.path("items").get(0).findValuesAsString("state"))
                .contains("unknown");
    }

    @Test
    void movesAnAccount() {
        LocalClient old = server.anyone().register("journey-old");
        old.enhance(SORT);
        old.post(
                TEMPLATES,
                Map.of(
                        "name",
                        "greeting",
                        "content",
                        "Greet {{name}}",
                        "variables",
                        List.of(Map.of("name", "name", "type", "string"))));
        JsonNode export = old.get("/api/v1/export").json();
        LocalClient young = server.anyone().register("journey-new");

        JsonNode report = young.post("/api/v1/import", Map.of("format", "betterprompts", "document", export))
                .json();

        assertThat(report.path("created").asInt()).isEqualTo(2);
        JsonNode again = young.get("/api/v1/export").json();
        assertThat(again.path("history").findValuesAsString("optimized_prompt"))
                .isEqualTo(export.path("history").findValuesAsString("optimized_prompt"));
        assertThat(again.path("templates").findValuesAsString("content")).containsExactly("Greet {{name}}");
    }

    static Stream<Arguments> foreignDocuments() {
        return Stream.of(
                Arguments.of("langfuse", Map.of("name", "n", "version", 1, "type", "text", "prompt", "Greet {{name}}")),
                Arguments.of("openai", Map.of("name", "n", "instructions", "Greet {{name}}")),
                Arguments.of("promptfoo", "prompts: ['Greet {{name}}']"),
                Arguments.of("zip", zip("n.md", "Greet {{name}}")));
    }

    @ParameterizedTest
    @MethodSource("foreignDocuments")
    void takesPromptsOfOtherTools(String format, Object document) {
        LocalClient user = server.anyone().register("journey-" + format);

        LocalClient.Answer answer = user.post("/api/v1/import", Map.of("format", format, "document", document));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(user.get(TEMPLATES + "?scope=own").json().path("items").findValuesAsString("content"))
                .containsExactly("Greet {{name}}");
    }

    @Test
    void answersUnderTheOlderPaths() {
        LocalClient user = server.anyone().register("journey-aliases");
        JsonNode made = user.post("/api/prompts", Map.of("original_prompt", "a", "optimized_prompt", "b"))
                .json();
        String group = "/api/prompts/" + made.path("id").asString();
        String template = "/api/templates/"
                + user.post("/api/templates", Map.of("name", "n", "content", "c"))
                        .text("id");

        assertThat(ids(user.get("/api/prompts")))
                .containsExactly(made.path("id").asString());
        assertThat(user.get(group).text("original_prompt")).isEqualTo("a");
        assertThat(ids(user.get(group + "/versions"))).hasSize(1);
        assertThat(user.get("/api/versions/"
                                + made.path("current_version").path("id").asString())
                        .text("optimized_prompt"))
                .isEqualTo("b");
        assertThat(user.send("DELETE", group, null).status()).isEqualTo(204);
        assertThat(user.send("PUT", "/api/settings", Map.of("theme", "dark")).status())
                .isEqualTo(200);
        assertThat(user.get("/api/settings").text("theme")).isEqualTo("dark");
        assertThat(ids(user.get("/api/templates?scope=own"))).hasSize(1);
        assertThat(user.send("PATCH", template, Map.of("name", "m")).text("name"))
                .isEqualTo("m");
        assertThat(user.post(template + "/render", Map.of("variables", Map.of()))
                        .status())
                .isEqualTo(200);
        assertThat(user.send("DELETE", template, null).status()).isEqualTo(204);
    }

    private static Map<String, Object> change(String group, long base, String title) {
        return Map.of(
                "change_id",
                UUID.randomUUID().toString(),
                "type",
                "group",
                "id",
                group,
                "base_version",
                base,
                "data",
                Map.of("title", title));
    }

    private static JsonNode sent(LocalClient device, Map<String, Object> change) {
        return device.post("/api/v1/sync", Map.of("changes", List.of(change)))
                .json()
                .path("results")
                .get(0);
    }

    private static List<String> ids(LocalClient.Answer answer) {
        return answer.json()
                .path("items")
                .valueStream()
                .map(item -> item.path("id").asString())
                .toList();
    }

    private static String zip(String name, String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }
}
