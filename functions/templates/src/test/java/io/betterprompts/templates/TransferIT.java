package io.betterprompts.templates;

import static io.betterprompts.templates.TemplatesFixture.PATH;
import static io.betterprompts.templates.TemplatesFixture.pointers;
import static io.betterprompts.templates.TemplatesFixture.texts;
import static org.assertj.core.api.Assertions.assertThat;

import io.betterprompts.common.data.Ids;
import io.betterprompts.common.identity.UserId;
import io.betterprompts.common.json.Json;
import io.betterprompts.common.testkit.Calls;
import io.betterprompts.common.testkit.Calls.Answer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Export and import. */
class TransferIT {

    private static final String EXPORT = "/api/v1/export";
    private static final String IMPORT = "/api/v1/import";

    private final TemplatesFixture function = new TemplatesFixture();

    @Test
    void givesBackWhatWasTakenAlong() {
        fill(function, function.user);
        JsonNode exported = whole(function.calls, EXPORT);
        TemplatesFixture elsewhere = new TemplatesFixture();

        Answer imported = elsewhere.calls.post(IMPORT, body("betterprompts", exported));

        assertThat(imported.status()).isEqualTo(200);
        assertThat(imported.json().path("created").asInt()).isEqualTo(3);
        assertThat(whole(elsewhere.calls, EXPORT)).isEqualTo(exported);
    }

    @Test
    void skipsWhatIsThereAlready() {
        fill(function, function.user);
        JsonNode exported = whole(function.calls, EXPORT);

        Answer again = function.calls.post(IMPORT, body("betterprompts", exported));

        assertThat(again.json().path("created").asInt()).isZero();
        assertThat(again.json().path("skipped").asInt()).isEqualTo(3);
        assertThat(whole(function.calls, EXPORT)).isEqualTo(exported);
    }

    @Test
    void makesNewIdsWhereSomebodyElseHasThem() {
        fill(function, function.user);
        JsonNode exported = whole(function.calls, EXPORT);

        Answer copy = function.stranger.post(IMPORT, body("betterprompts", exported));

        assertThat(copy.json().path("created").asInt()).isEqualTo(3);
        JsonNode theirs = whole(function.stranger, EXPORT);
        assertThat(texts(theirs.path("templates"), "id"))
                .doesNotContainAnyElementsOf(texts(exported.path("templates"), "id"));
        assertThat(texts(theirs.path("templates"), "content")).isEqualTo(texts(exported.path("templates"), "content"));
        assertThat(whole(function.calls, EXPORT)).isEqualTo(exported);
    }

    @Test
    void comesInPartsThatCanBeImportedOneByOne() {
        for (int i = 0; i < 60; i++) {
            function.path("template " + i, Map.of("content", "語".repeat(9_000)));
        }
        group(function, function.user, "p");
        TemplatesFixture elsewhere = new TemplatesFixture();
        List<JsonNode> parts = parts(function.calls, EXPORT);

        parts.forEach(part -> assertThat(elsewhere
                        .calls
                        .post(IMPORT, body("betterprompts", part))
                        .status())
                .isEqualTo(200));

        assertThat(parts).hasSizeGreaterThan(4).allMatch(part -> part.toString().length() < 400_000);
        assertThat(whole(elsewhere.calls, EXPORT)).isEqualTo(whole(function.calls, EXPORT));
    }

    @Test
    void goesOnWithAGroupOfManyVersionsInTheNextPart() {
        group(function, function.user, "語".repeat(5_000), 30);
        TemplatesFixture elsewhere = new TemplatesFixture();
        List<JsonNode> parts = parts(function.calls, EXPORT);

        List<String> results = parts.stream()
                .map(part -> elsewhere
                        .calls
                        .post(IMPORT, body("betterprompts", part))
                        .json()
                        .at("/items/0/result")
                        .asString())
                .toList();

        assertThat(parts)
                .hasSizeGreaterThan(2)
                .allMatch(part -> part.toString().getBytes(StandardCharsets.UTF_8).length < 400_000);
        assertThat(results).startsWith("created", "extended").doesNotContain("skipped");
        assertThat(whole(elsewhere.calls, EXPORT)).isEqualTo(whole(function.calls, EXPORT));
        assertThat(whole(elsewhere.calls, EXPORT).at("/history/0/versions")).hasSize(30);
    }

    @Test
    void refusesToLeaveAGapInAGroup() {
        group(function, function.user, "語".repeat(5_000), 30);
        List<JsonNode> parts = parts(function.calls, EXPORT);
        TemplatesFixture elsewhere = new TemplatesFixture();

        Answer answer = elsewhere.calls.post(IMPORT, body("betterprompts", parts.getLast()));

        assertThat(pointers(answer)).containsExactly("#/document/history/0/versions");
        assertThat(whole(elsewhere.calls, EXPORT).path("history")).isEmpty();
    }

    @Test
    void addsNothingToAGroupThatWentOnDifferently() {
        UUID group = group(function, function.user, "p", 3);
        JsonNode exported = whole(function.calls, EXPORT);
        TemplatesFixture elsewhere = new TemplatesFixture();
        elsewhere.calls.post(IMPORT, body("betterprompts", exported));
        elsewhere.database.db().sql("""
                        with gone as (delete from prompts.versions where number = 3 and history_id = :group),
                            other as (update prompts.versions set optimized_prompt = 'other' where number = 2 and history_id = :group)
                        update prompts.history set current_version_number = 2 where id = :group
                        """).param("group", group).update();

        Answer answer = elsewhere.calls.post(IMPORT, body("betterprompts", exported));

        assertThat(answer.json().at("/items/0/result").asString()).isEqualTo("skipped");
        assertThat(whole(elsewhere.calls, EXPORT).at("/history/0/versions")).hasSize(2);
    }

    @Test
    void knowsAgainWhatItTookUnderAnotherId() {
        fill(function, function.user);
        JsonNode exported = whole(function.calls, EXPORT);
        function.stranger.post(IMPORT, body("betterprompts", exported));

        Answer again = function.stranger.post(IMPORT, body("betterprompts", exported));

        assertThat(again.json().path("skipped").asInt()).isEqualTo(3);
        assertThat(whole(function.stranger, EXPORT).path("templates")).hasSize(2);
    }

    @Test
    void keepsWhereAVersionIsFromAndWhatPointsAtIt() {
        group(function, function.user, "p");
        TemplatesFixture elsewhere = new TemplatesFixture();
        elsewhere.calls.post(IMPORT, body("betterprompts", whole(function.calls, EXPORT)));

        JsonNode group = whole(elsewhere.calls, EXPORT).at("/history/0");

        assertThat(group.at("/versions/1/made_from").asInt()).isEqualTo(1);
        assertThat(group.path("labels").toString()).isEqualTo("[{\"name\":\"production\",\"number\":2}]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"labels": [{"name": "a", "number": 3}]}                                  | labels must point
            {"labels": [{"name": "a", "number": 1}, {"name": "a", "number": 2}]}      | labels must each
            {"second": {"made_from": 2}}                                              | made from one before
            {"second": {"number": 4}}                                                 | without a gap
            """)
    void saysWhatIsWrongWithAGroup(String change, String complaint) {
        group(function, function.user, "p");
        ObjectNode document = (ObjectNode) whole(function.calls, EXPORT);
        JsonNode changed = Json.mapper().readTree(change);
        ObjectNode group = (ObjectNode) document.at("/history/0");
        if (changed.has("labels")) {
            group.set("labels", changed.path("labels"));
        }
        changed.path("second")
                .properties()
                .forEach(field -> ((ObjectNode) group.at("/versions/1")).set(field.getKey(), field.getValue()));

        Answer answer = new TemplatesFixture().calls.post(IMPORT, body("betterprompts", document));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().at("/errors/0/detail").asString()).contains(complaint);
    }

    @Test
    void takesAllOrNothing() {
        String document = """
                {"format": "betterprompts", "version": 1, "templates": [
                    {"name": "good", "content": "c"}, {"name": "bad", "content": "{{undeclared}}"}],
                 "history": [{"original_prompt": "p", "versions": [
                    {"number": 1, "original_prompt": "p", "optimized_prompt": "q"},
                    {"number": 3, "original_prompt": "p", "optimized_prompt": "q"}]}]}
                """;

        Answer answer = function.calls.post(IMPORT, "{\"format\": \"betterprompts\", \"document\": " + document + "}");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(pointers(answer)).containsExactly("#/document/templates/1", "#/document/history/0");
        assertThat(whole(function.calls, EXPORT).path("templates")).isEmpty();
    }

    @Test
    void refusesWhatTheContractDoesNotKnow() {
        assertThat(pointers(function.calls.post(IMPORT, """
                        {"format": "betterprompts", "document": {"format": "betterprompts", "version": 1,
                         "history": [{"original_prompt": "p", "versions": [{"number": 1, "original_prompt": "p",
                           "optimized_prompt": "q", "explanation": {"model_class": "magic"}}]}]}}
                        """)))
                .contains("#/document/history/0/versions/0/explanation/model_class");
        assertThat(function.calls
                        .post(IMPORT, "{\"format\": \"zip\", \"document\": {}}")
                        .status())
                .isEqualTo(422);
        assertThat(function.calls
                        .post(IMPORT, "{\"format\": \"word\", \"document\": \"\"}")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void takesPromptsOfOtherToolsAsTemplates() {
        Answer answer = function.calls.post(IMPORT, """
                {"format": "langfuse", "document": [
                    {"name": "a", "version": 2, "prompt": "new {{x}}", "tags": ["T"]},
                    {"name": "a", "version": 1, "prompt": "old"}]}
                """);

        JsonNode item = answer.json().path("items").get(0);
        JsonNode template = function.read(PATH + "/" + item.path("id").asString());
        assertThat(item.path("result").asString()).isEqualTo("created");
        assertThat(template.path("content").asString()).isEqualTo("new {{x}}");
        assertThat(template.path("tags").toString()).isEqualTo("[\"t\"]");
        assertThat(template.path("is_public").asBoolean()).isFalse();
        assertThat(function.read(PATH + "/" + item.path("id").asString() + "/versions/1")
                        .path("content")
                        .asString())
                .isEqualTo("old");
    }

    @Test
    void keepsNothingWhereAPromptIsTooLong() {
        Answer answer = function.calls.post(
                IMPORT, Map.of("format", "promptfoo", "document", "prompts: [good, '" + "x".repeat(20_001) + "']"));

        assertThat(pointers(answer)).containsExactly("#/document/prompts/1");
        assertThat(whole(function.calls, EXPORT).path("templates")).isEmpty();
    }

    @Test
    void isReadableAsCsv() {
        function.path("a, \"b\"", Map.of("content", "one\r\ntwo"));
        group(function, function.user, "p");

        Answer templates = function.calls.get(EXPORT + "?format=csv&what=templates");
        Answer history = function.calls.get(EXPORT + "?format=csv&what=history");

        assertThat(templates.header("content-type")).isEqualTo("text/csv; charset=utf-8");
        assertThat(templates.text())
                .startsWith("id,name,")
                .contains(",\"a, \"\"b\"\"\",")
                .contains("\"one\r\ntwo\"");
        assertThat(history.text().split("\r\n")).hasSize(3);
        assertThat(function.calls.get(EXPORT + "?format=csv").status()).isEqualTo(422);
    }

    @Test
    void isReadableAsMarkdown() {
        function.path("a\nb", Map.of("content", "```\ncode\n```"));

        Answer answer = function.calls.get(EXPORT + "?format=markdown");

        assertThat(answer.header("content-type")).isEqualTo("text/markdown; charset=utf-8");
        assertThat(answer.text()).isEqualTo("# a b\n\n````\n```\ncode\n```\n````\n\n");
    }

    @Test
    void holdsOnesOwnAlone() {
        function.stranger.post(PATH, Map.of("name", "theirs", "content", "c", "is_public", true));

        assertThat(whole(function.calls, EXPORT).path("templates")).isEmpty();
        assertThat(function.calls.get(EXPORT + "?cursor=x").status()).isEqualTo(422);
    }

    private static void fill(TemplatesFixture function, UserId user) {
        function.path(
                "é \t",
                Map.of(
                        "content",
                        " {{x}}\r\n\u2028👩‍👩‍👧 ",
                        "tags",
                        List.of("b", "a"),
                        "is_public",
                        true,
                        "variables",
                        List.of(Map.of("name", "x", "type", "number", "default", 1.5))));
        function.path("plain", Map.of());
        group(function, user, "p\r\n\té");
    }

    private static UUID group(TemplatesFixture function, UserId user, String prompt) {
        return group(function, user, prompt, 2);
    }

    /** The second version is made from the first one, and production points at it. */
    private static UUID group(TemplatesFixture function, UserId user, String prompt, int versions) {
        UUID group = Ids.timeOrdered().next();
        function.database
                .db()
                .sql("""
                        insert into prompts.history (
                            id, user_id, original_prompt, title, intent, tags, favourite, current_version_number, revision,
                            created_at, updated_at)
                        values (:id, :user, :prompt, 't', 'reasoning', '{x}', true, :versions, 1, '2026-01-01', '2026-01-02')
                        """)
                .param("id", group)
                .param("versions", versions)
                .param("user", user.value())
                .param("prompt", prompt)
                .update();
        for (int number = 1; number <= versions; number++) {
            function.database
                    .db()
                    .sql("""
                            insert into prompts.versions (
                                id, history_id, user_id, number, original_prompt, optimized_prompt, status, edits,
                                explanation, rule_set_hash, model_hash, source_version_id, revision, created_at)
                            values (
                                :id, :group, :user, :number, :prompt, :prompt || ' more', 'enhanced',
                                '[{"id": "e1", "technique": "few_shot", "rule": "r", "position": "after", "text": "more",
                                   "reason": "b", "evidence": []}]',
                                '{"model_class": "standard", "intent": {"label": "reasoning", "confidence": 0.5,
                                  "alternatives": [], "abstained": false}}',
                                'rules', 'model',
                                (select id from prompts.versions where history_id = :group and :number = 2),
                                1, '2026-01-01T10:15:30.123456Z')
                            """)
                    .param("id", Ids.timeOrdered().next())
                    .param("group", group)
                    .param("user", user.value())
                    .param("number", number)
                    .param("prompt", prompt)
                    .update();
        }
        function.database.db().sql("""
                        insert into prompts.labels (
                            id, user_id, history_id, name, version_id, revision, created_at, updated_at)
                        select gen_random_uuid(), user_id, history_id, 'production', id, 1, created_at, created_at
                        from prompts.versions where history_id = :group and number = 2
                        """).param("group", group).update();
        return group;
    }

    private static Map<String, Object> body(String format, Object document) {
        return Map.of("format", format, "document", document);
    }

    /** Everything, as one document without the time it was made. */
    private static JsonNode whole(Calls calls, String path) {
        List<JsonNode> parts = parts(calls, path);
        ObjectNode whole = (ObjectNode) parts.getFirst().deepCopy();
        parts.subList(1, parts.size()).forEach(part -> {
            whole.withArray("templates").addAll(part.path("templates").values());
            part.path("history").forEach(group -> add(group, whole.withArray("history")));
        });
        whole.remove("exported_at");
        whole.putNull("next_cursor");
        return whole;
    }

    /** As a group of its own, or to the last one if it goes on with that. */
    private static void add(JsonNode group, ArrayNode groups) {
        JsonNode last = groups.path(groups.size() - 1);
        if (!last.path("id").equals(group.path("id"))) {
            groups.add(group);
            return;
        }
        ((ObjectNode) last).withArray("versions").addAll(group.path("versions").values());
        ((ObjectNode) last).withArray("labels").addAll(group.path("labels").values());
    }

    private static List<JsonNode> parts(Calls calls, String path) {
        List<JsonNode> parts = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode part = calls.get(path + cursor).json();
            parts.add(part);
            cursor = part.path("next_cursor").isNull()
                    ? ""
                    : "?cursor=" + part.path("next_cursor").asString();
        } while (!cursor.isEmpty());
        return parts;
    }
}
