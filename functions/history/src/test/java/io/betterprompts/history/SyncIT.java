package io.betterprompts.history;

import static io.betterprompts.history.HistoryFixture.PATH;
import static org.assertj.core.api.Assertions.assertThat;

import io.betterprompts.common.data.Ids;
import io.betterprompts.common.testkit.Calls;
import io.betterprompts.common.testkit.Calls.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class SyncIT {

    private static final String SYNC = "/api/v1/sync";

    private final HistoryFixture history = new HistoryFixture();
    private final Calls calls = history.calls;

    @Test
    void replacesSettingsAsAWhole() {
        send(change(
                "settings",
                UUID.randomUUID(),
                0,
                Map.of("data", Map.of("history_retention_days", 30, "share_feedback", true))));
        Map<String, Object> set = kept();
        send(change("settings", UUID.randomUUID(), 1, Map.of("data", Map.of("theme", "dark"))));

        assertThat(set).containsEntry("history_retention_days", 30).containsEntry("share_feedback", true);
        assertThat(kept()).containsEntry("history_retention_days", null).containsEntry("share_feedback", false);
    }

    private Map<String, Object> kept() {
        return history.database
                .db()
                .sql("select history_retention_days, share_feedback from settings.user_settings")
                .query()
                .singleRow();
    }

    @Test
    void tellsEverythingInTheOrderOfItsChanges() {
        String group = history.create("a");
        calls.put(PATH + "/" + group + "/labels/production", Map.of("version_number", 1));
        template("Summary");
        settings("dark");
        calls.patch(PATH + "/" + group, Map.of("title", "b"));

        JsonNode part = calls.get(SYNC).json();

        assertThat(types(part)).containsExactly("version", "label", "template", "settings", "group");
        assertThat(part.path("has_more").asBoolean()).isFalse();
        assertThat(part.path("changes").get(4).path("data").path("title").asString())
                .isEqualTo("b");
        assertThat(part.path("changes").get(2).path("data").path("name").asString())
                .isEqualTo("Summary");
        assertThat(part.path("changes").get(3).path("data").path("theme").asString())
                .isEqualTo("dark");
        assertThat(part.path("changes")
                        .get(1)
                        .path("data")
                        .path("version_number")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void tellsNothingTwice() {
        history.create("a");
        String cursor = calls.get(SYNC).json().path("cursor").asString();

        JsonNode nothing = calls.get(SYNC + "?since=" + cursor).json();
        String second = history.create("b");
        JsonNode news = calls.get(SYNC + "?since=" + cursor).json();

        assertThat(nothing.path("changes")).isEmpty();
        assertThat(nothing.path("cursor").asString()).isEqualTo(cursor);
        assertThat(news.path("changes").get(0).path("id").asString()).isEqualTo(second);
        assertThat(types(news)).containsExactly("group", "version");
    }

    @Test
    void divesARevisionOfManyRowsIntoParts() {
        String group = history.create("a");
        for (int i = 0; i < 20; i++) {
            calls.post(PATH + "/" + group + "/versions", Map.of("optimized_prompt", "b"));
        }
        calls.delete(PATH + "/" + group);
        calls.post(PATH + "/" + group + "/undelete", null);

        List<String> ids = new ArrayList<>();
        JsonNode part = calls.get(SYNC + "?limit=3").json();
        ids.addAll(part.path("changes").findValuesAsString("revision"));
        while (part.path("has_more").asBoolean()) {
            part = calls.get(SYNC + "?limit=3&since=" + part.path("cursor").asString())
                    .json();
            ids.addAll(part.path("changes").findValuesAsString("revision"));
        }

        assertThat(ids).hasSize(22).containsOnly("23");
    }

    @Test
    void leavesTombstonesAndBringsBackWhatIsUndeleted() {
        String group = history.create("a");
        String cursor = calls.get(SYNC).json().path("cursor").asString();
        calls.delete(PATH + "/" + group);

        JsonNode deleted = calls.get(SYNC + "?since=" + cursor).json();
        calls.post(PATH + "/" + group + "/undelete", null);
        JsonNode back =
                calls.get(SYNC + "?since=" + deleted.path("cursor").asString()).json();

        assertThat(types(deleted)).containsExactly("group");
        assertThat(deleted.path("changes").get(0).path("data").isNull()).isTrue();
        assertThat(deleted.path("changes").get(0).path("deleted_at").isString()).isTrue();
        assertThat(types(back)).containsExactly("group", "version");
    }

    @Test
    void isOfOneUser() {
        history.create("a");

        assertThat(history.stranger.get(SYNC).json().path("changes")).isEmpty();
    }

    @Test
    void refusesACursorThatTheAccountHasNotReached() {
        history.create("a");
        String cursor = calls.get(SYNC).json().path("cursor").asString();

        assertThat(history.stranger.get(SYNC + "?since=" + cursor).problem()).isEqualTo("sync-cursor-unknown");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "MQ", "MTpHUk9VUDp4", "LQ"})
    void refusesWhatIsNoCursor(String cursor) {
        assertThat(calls.get(SYNC + "?since=" + cursor).status()).isEqualTo(422);
    }

    @Test
    void makesWhatADeviceMade() {
        UUID group = UUID.randomUUID();
        UUID version = UUID.randomUUID();
        UUID second = UUID.randomUUID();

        List<JsonNode> results = send(
                change("group", group, 0, Map.of("version_id", version, "data", prompt("a"))),
                change("group", group, 1, Map.of("data", Map.of("favourite", true, "tags", List.of("X")))),
                change("version", second, 0, Map.of("history_id", group, "data", Map.of("optimized_prompt", "c"))),
                change("label", UUID.randomUUID(), 0, label(group, "production", second)),
                change("settings", UUID.randomUUID(), 0, Map.of("data", Map.of("theme", "dark"))));

        assertThat(results).extracting(SyncIT::status).containsOnly("applied");
        JsonNode read = calls.get(PATH + "/" + group).json();
        assertThat(read.path("current_version_number").asInt()).isEqualTo(2);
        assertThat(read.path("tags").toString()).isEqualTo("[\"x\"]");
        assertThat(calls.get(PATH + "/" + group + "/labels/production")
                        .json()
                        .path("target")
                        .path("id")
                        .asString())
                .isEqualTo(second.toString());
        assertThat(results.get(2).path("current").path("data").path("number").asInt())
                .isEqualTo(2);
        assertThat(results.get(4).path("current").path("data").path("theme").asString())
                .isEqualTo("dark");
    }

    @Test
    void tellsBothSidesOfAConflict() {
        String group = history.create("a");
        calls.patch(PATH + "/" + group, Map.of("title", "theirs"));

        JsonNode result = send(change("group", group, 1, Map.of("data", Map.of("title", "mine"))))
                .get(0);

        assertThat(status(result)).isEqualTo("conflict");
        assertThat(result.path("sent").path("data").path("title").asString()).isEqualTo("mine");
        assertThat(result.path("current").path("data").path("title").asString()).isEqualTo("theirs");
        assertThat(result.path("current").path("version").asInt()).isEqualTo(2);
        assertThat(calls.get(PATH + "/" + group).json().path("title").asString())
                .isEqualTo("theirs");
    }

    @Test
    void isInConflictWithADeletion() {
        String group = history.create("a");
        calls.delete(PATH + "/" + group);

        List<JsonNode> results = send(
                change("group", group, 1, Map.of("data", Map.of("title", "b"))),
                change(
                        "version",
                        UUID.randomUUID(),
                        0,
                        Map.of("history_id", group, "data", Map.of("optimized_prompt", "c"))),
                change("group", group, 1, Map.of("deleted", true)));

        assertThat(results).extracting(SyncIT::status).containsExactly("conflict", "conflict", "applied");
        assertThat(results.get(1).path("current").path("deleted_at").isString()).isTrue();
    }

    @Test
    void bringsADeletedGroupBack() {
        String group = history.create("a");
        calls.delete(PATH + "/" + group);

        assertThat(send(change("group", group, 2, Map.of("deleted", false))))
                .extracting(SyncIT::status)
                .containsExactly("applied");
        assertThat(calls.get(PATH + "/" + group).header("etag")).isEqualTo("\"3\"");
    }

    @Test
    void isInConflictOverLabelsAndSettings() {
        String group = history.create("a");
        UUID second = history.append(group, 2, "a", "b");
        calls.put(PATH + "/" + group + "/labels/production", Map.of("version_number", 1));
        settings("dark");

        List<JsonNode> results = send(
                change("label", UUID.randomUUID(), 0, label(UUID.fromString(group), "production", second)),
                change("settings", UUID.randomUUID(), 0, Map.of("data", Map.of("theme", "light"))));

        assertThat(results).extracting(SyncIT::status).containsOnly("conflict");
        assertThat(results.get(0)
                        .path("current")
                        .path("data")
                        .path("version_number")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void makesReplacesAndDeletesTemplates() {
        UUID id = Ids.timeOrdered().next();

        List<JsonNode> results = send(
                change("template", id, 0, Map.of("data", written("Say {{what}}", "what"))),
                change("template", id, 1, Map.of("data", Map.of("name", "b", "content", "c", "is_public", true))));
        JsonNode data = results.get(1).path("current").path("data");
        List<JsonNode> deleted = send(change("template", id, 2, Map.of("deleted", true)));

        assertThat(results).extracting(SyncIT::status).containsOnly("applied");
        assertThat(results.get(0).path("current").path("data").path("tags").toString())
                .isEqualTo("[\"x\"]");
        assertThat(results.get(1).path("current").path("version").asInt()).isEqualTo(2);
        assertThat(data.path("variables")).isEmpty();
        assertThat(data.path("is_public").asBoolean()).isTrue();
        assertThat(deleted.getFirst().path("current").path("deleted_at").isString())
                .isTrue();
        assertThat(versions(id)).containsExactly("1 Say {{what}}", "2 c");
    }

    @Test
    void tellsBothSidesOfAConflictOverATemplate() {
        UUID id = Ids.timeOrdered().next();
        send(change("template", id, 0, Map.of("data", written("a"))));
        send(change("template", id, 1, Map.of("data", written("theirs"))));

        List<JsonNode> results = send(
                change("template", id, 1, Map.of("data", written("mine"))),
                change("template", id, 0, Map.of("data", written("mine"))),
                change("template", id, 1, Map.of("deleted", true)),
                change("template", id, 2, Map.of("deleted", true)),
                change("template", id, 2, Map.of("data", written("mine"))),
                change("template", id, 1, Map.of("deleted", true)));

        assertThat(results)
                .extracting(SyncIT::status)
                .containsExactly("conflict", "conflict", "conflict", "applied", "conflict", "applied");
        assertThat(results.get(0).path("current").path("data").path("content").asString())
                .isEqualTo("theirs");
        assertThat(results.get(0).path("sent").path("data").path("content").asString())
                .isEqualTo("mine");
        assertThat(results.get(4).path("current").path("data").isNull()).isTrue();
        assertThat(versions(id)).hasSize(2);
    }

    @Test
    void repeatsAChangeOfATemplateWithoutAVersionMore() {
        UUID id = Ids.timeOrdered().next();
        Map<String, Object> create = change("template", id, 0, Map.of("data", written("a")));
        Map<String, Object> replace = change("template", id, 1, Map.of("data", written("b")));
        send(create, replace);

        assertThat(send(create, replace, create)).extracting(SyncIT::status).containsOnly("applied");
        assertThat(versions(id)).hasSize(2);
    }

    @Test
    void asksOfATemplateWhatTheOperationsOnTemplatesAskFor() {
        UUID id = Ids.timeOrdered().next();

        List<JsonNode> results = send(
                change("template", id, 0, Map.of("data", written("x".repeat(20_001)))),
                change("template", id, 0, Map.of("data", written("Say {{what}}"))),
                change("template", id, 0, Map.of("data", Map.of("name", "a", "content", "b", "owner", "c"))),
                change("template", id, 0, Map.of()),
                change("template", id, 0, Map.of("deleted", false)),
                change("template", id, 0, Map.of("deleted", true)),
                change("template", id, 1, Map.of("data", written("a"))));

        assertThat(results).extracting(SyncIT::status).containsOnly("refused");
        assertThat(results)
                .extracting(result -> result.path("problem").path("errors").findValuesAsString("pointer"))
                .containsExactly(
                        List.of("#/data/content"),
                        List.of("#/data/content"),
                        List.of("#/data/owner"),
                        List.of("#/data"),
                        List.of("#/deleted"),
                        List.of(),
                        List.of());
        assertThat(results.get(6).path("problem").path("type").asString()).endsWith("/template-not-found");
        assertThat(calls.get(SYNC).json().path("changes")).isEmpty();
    }

    @Test
    void leavesATemplateOfSomebodyElseAlone() {
        UUID id = Ids.timeOrdered().next();
        send(change("template", id, 0, Map.of("data", Map.of("name", "a", "content", "b", "is_public", true))));

        JsonNode results = history.stranger
                .post(
                        SYNC,
                        Map.of(
                                "changes",
                                List.of(
                                        change("template", id, 0, Map.of("data", written("c"))),
                                        change("template", id, 1, Map.of("data", written("c"))),
                                        change("template", id, 1, Map.of("deleted", true)))))
                .json()
                .path("results");

        assertThat(results.valueStream()
                        .map(result -> result.path("problem").path("type").asString()))
                .containsExactly("/problems/id-taken", "/problems/template-not-found", "/problems/template-not-found");
        assertThat(results.findValues("current")).isEmpty();
        assertThat(versions(id)).containsExactly("1 b");
    }

    @Test
    void writesOnlyWhatTheCallerMayWriteOneByOne() {
        Calls key = history.allowed("history:read", "history:write");
        Map<String, Object> group =
                change("group", UUID.randomUUID(), 0, Map.of("version_id", UUID.randomUUID(), "data", prompt("a")));
        Map<String, Object> template = change("template", Ids.timeOrdered().next(), 0, Map.of("data", written("a")));
        Map<String, Object> settings =
                change("settings", UUID.randomUUID(), 0, Map.of("data", Map.of("history_retention_days", 1)));

        assertThat(key.post(SYNC, Map.of("changes", List.of(group, template))).problem())
                .isEqualTo("insufficient-scope");
        assertThat(key.post(SYNC, Map.of("changes", List.of(group, settings))).problem())
                .isEqualTo("insufficient-scope");
        assertThat(calls.get(SYNC).json().path("changes")).isEmpty();
        assertThat(history.allowed("history:write", "templates")
                        .post(SYNC, Map.of("changes", List.of(group, template)))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void tellsOnlyWhatTheCallerMayReadOneByOne() {
        history.create("a");
        template("Summary");
        settings("dark");

        JsonNode part = history.allowed("history:read").get(SYNC).json();

        assertThat(types(part)).containsExactly("group", "version");
        assertThat(types(history.allowed("history:read", "templates").get(SYNC).json()))
                .containsExactly("group", "version", "template");
        assertThat(history.allowed("history:read")
                        .get(SYNC + "?since=" + part.path("cursor").asString())
                        .json()
                        .path("changes"))
                .isEmpty();
        assertThat(calls.get(SYNC + "?since=" + part.path("cursor").asString()).problem())
                .isEqualTo("sync-cursor-unknown");
    }

    /** What is kept of a template: the number and the content of each of its versions. */
    private List<String> versions(UUID template) {
        return history.database
                .db()
                .sql(
                        "select version || ' ' || content from prompts.template_versions where template_id = :id order by 1")
                .param("id", template)
                .query(String.class)
                .list();
    }

    private static Map<String, Object> written(String content, String... variables) {
        return Map.of(
                "name",
                "a",
                "content",
                content,
                "tags",
                List.of("X"),
                "variables",
                Stream.of(variables)
                        .map(name -> Map.of("name", name, "type", "string"))
                        .toList());
    }

    @Test
    void answersARepeatedChangeAsBeforeEvenIfTheRowHasChangedSince() {
        String group = history.create("a");
        Map<String, Object> rename = change("group", group, 1, Map.of("data", Map.of("title", "mine")));
        send(rename);
        calls.patch(PATH + "/" + group, Map.of("title", "later"));

        JsonNode result = send(rename).get(0);

        assertThat(status(result)).isEqualTo("applied");
        assertThat(result.path("current").path("data").path("title").asString()).isEqualTo("later");
        assertThat(calls.get(PATH + "/" + group).header("etag")).isEqualTo("\"3\"");
    }

    @Test
    void forgetsAppliedChangesAfterNinetyDays() {
        String group = history.create("a");
        Map<String, Object> rename = change("group", group, 1, Map.of("data", Map.of("title", "mine")));
        send(rename);
        history.clock.pass(Duration.ofDays(91));

        assertThat(status(send(rename).get(0))).isEqualTo("conflict");
    }

    @Test
    void refusesOneChangeWithoutTheOthers() {
        UUID good = UUID.randomUUID();

        List<JsonNode> results = send(
                change("group", UUID.randomUUID(), 0, Map.of("version_id", UUID.randomUUID(), "data", Map.of())),
                change("group", UUID.randomUUID(), 0, Map.of("data", prompt("a"))),
                change("group", UUID.randomUUID(), 3, Map.of("data", Map.of("title", "b"))),
                change("version", UUID.randomUUID(), 0, Map.of("data", Map.of("optimized_prompt", "c"))),
                change(
                        "settings",
                        UUID.randomUUID(),
                        0,
                        Map.of("data", Map.of("settings_data", Map.of("a", "x".repeat(70_000))))),
                change("group", good, 0, Map.of("version_id", UUID.randomUUID(), "data", prompt("a"))));

        assertThat(results)
                .extracting(SyncIT::status)
                .containsExactly("refused", "refused", "refused", "refused", "refused", "applied");
        assertThat(results.get(0).path("problem").path("errors").findValuesAsString("pointer"))
                .contains("#/data/original_prompt");
        assertThat(results.get(2).path("problem").path("type").asString()).endsWith("prompt-group-not-found");
        assertThat(calls.get(PATH).json().path("items").findValuesAsString("id"))
                .containsExactly(good.toString());
    }

    @Test
    void refusesIdsOfSomebodyElse() {
        String group = history.create("a");
        Map<String, Object> create =
                change("group", group, 0, Map.of("version_id", UUID.randomUUID(), "data", prompt("b")));

        JsonNode result = history.stranger
                .post(SYNC, Map.of("changes", List.of(create)))
                .json()
                .path("results")
                .get(0);

        assertThat(result.path("problem").path("type").asString()).endsWith("id-taken");
        assertThat(history.stranger.get(SYNC).json().path("changes")).isEmpty();
    }

    @Test
    void refusesABatchThatTheContractDoesNotKnow() {
        assertThat(calls.post(SYNC, Map.of("changes", List.of())).status()).isEqualTo(422);
        assertThat(calls.post(SYNC, Map.of("changes", List.of(Map.of("type", "template"))))
                        .status())
                .isEqualTo(422);
    }

    private void template(String name) {
        send(change("template", Ids.timeOrdered().next(), 0, Map.of("data", Map.of("name", name, "content", "c"))));
    }

    private void settings(String theme) {
        history.database
                .db()
                .sql("""
                    insert into settings.user_settings (user_id, theme, revision, updated_at)
                    values (:user, :theme, :revision, now())
                    """)
                .param("user", history.user.value())
                .param("theme", theme)
                .param("revision", history.revision())
                .update();
    }

    @SafeVarargs
    private List<JsonNode> send(Map<String, Object>... changes) {
        Answer answer = calls.post(SYNC, Map.of("changes", changes));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json().path("results").valueStream().toList();
    }

    private static Map<String, Object> change(String type, Object id, long base, Map<String, ?> more) {
        Map<String, Object> change = new HashMap<>(more);
        change.put("change_id", UUID.randomUUID());
        change.put("type", type);
        change.put("id", id);
        change.put("base_version", base);
        return change;
    }

    private static Map<String, Object> label(UUID group, String name, UUID version) {
        return Map.of("history_id", group, "name", name, "data", Map.of("version_id", version));
    }

    private static Map<String, String> prompt(String text) {
        return Map.of("original_prompt", text, "optimized_prompt", text);
    }

    private static String status(JsonNode result) {
        return result.path("status").asString();
    }

    private static List<String> types(JsonNode part) {
        return part.path("changes").findValuesAsString("type");
    }
}
