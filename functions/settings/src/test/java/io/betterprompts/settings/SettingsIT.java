package io.betterprompts.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.betterprompts.common.contract.Contract;
import io.betterprompts.common.data.Revisions;
import io.betterprompts.common.data.UserTransactions;
import io.betterprompts.common.http.HttpFunctions;
import io.betterprompts.common.identity.UserId;
import io.betterprompts.common.json.Json;
import io.betterprompts.common.testkit.Calls;
import io.betterprompts.common.testkit.Calls.Answer;
import io.betterprompts.common.testkit.TestDatabase;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class SettingsIT {

    private static final String PATH = "/api/v1/settings";
    private static final Instant NOW = Instant.parse("2026-11-22T10:15:30.123456Z");
    private static final Map<String, Object> DARK = Map.of(
            "theme",
            "dark",
            "language",
            "pt-BR",
            "default_model",
            "gpt-4o",
            "settings_data",
            Map.of("a", Map.of("b", 1)),
            "history_retention_days",
            30,
            "share_feedback",
            true);

    private final TestDatabase database = TestDatabase.fresh();
    private final UserId user = database.user();
    private final Calls anyone = new Calls(new SettingsApplication()
            .http(
                    Contract.load(),
                    HttpFunctions.unlimited(Contract.load(), Calls.trusting()),
                    database.db(),
                    new UserTransactions(database.transactions(), new Revisions(database.db())),
                    Clock.fixed(NOW, ZoneOffset.UTC)));
    private final Calls calls = anyone.as(user);

    @Test
    void areTheDefaultsWhileNothingIsSet() {
        Answer answer = calls.get(PATH);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("etag")).isEqualTo("\"0\"");
        assertThat(answer.json()).isEqualTo(json("""
                {"theme": "light", "language": "en", "default_model": null, "settings_data": {},
                 "history_retention_days": null, "share_feedback": false, "version": 0, "updated_at": null}
                """));
    }

    @Test
    void areKeptAndReadBack() {
        Answer put = calls.put(PATH, DARK);
        Answer get = calls.get(PATH);

        assertThat(put.status()).isEqualTo(200);
        assertThat(put.header("etag")).isEqualTo("\"1\"");
        assertThat(put.json()).isEqualTo(json("""
                {"theme": "dark", "language": "pt-BR", "default_model": "gpt-4o", "settings_data": {"a": {"b": 1}},
                 "history_retention_days": 30, "share_feedback": true, "version": 1, "updated_at": "2026-11-22T10:15:30.123456Z"}
                """));
        assertThat(get.text()).isEqualTo(put.text());
        assertThat(get.header("etag")).isEqualTo("\"1\"");
    }

    @Test
    void goBackToTheirDefaultsWhereAReplacementLeavesThemOut() {
        calls.put(PATH, DARK);

        assertThat(calls.put(PATH, Map.of("theme", "sepia")).json()).isEqualTo(json("""
                {"theme": "sepia", "language": "en", "default_model": null, "settings_data": {},
                 "history_retention_days": null, "share_feedback": false, "version": 2, "updated_at": "2026-11-22T10:15:30.123456Z"}
                """));
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/merge-patch+json", "application/json"})
    void changeByAMergePatch(String mediaType) {
        calls.put(PATH, DARK);

        Answer answer = calls.send("PATCH", PATH, """
                {"theme": null, "default_model": null, "settings_data": {"a": {"b": null, "c": [null]}, "d": "e"},
                 "history_retention_days": null, "share_feedback": null}
                """, Map.of("content-type", mediaType));

        assertThat(answer.json()).isEqualTo(json("""
                {"theme": "light", "language": "pt-BR", "default_model": null,
                 "settings_data": {"a": {"c": [null]}, "d": "e"},
                 "history_retention_days": null, "share_feedback": false, "version": 2, "updated_at": "2026-11-22T10:15:30.123456Z"}
                """));
    }

    @Test
    void takeAPatchAsTheirFirstChange() {
        Answer answer = calls.send("PATCH", PATH, Map.of("language", "de"), Map.of("if-match", "\"0\""));

        assertThat(answer.header("etag")).isEqualTo("\"1\"");
        assertThat(answer.json().path("language").asString()).isEqualTo("de");
        assertThat(answer.json().path("theme").asString()).isEqualTo("light");
    }

    @Test
    void keepTextByteForByte() {
        String text = " \tline\r\nnext 👩‍👩‍👧 e\u0301 \u2028\\ \"q\" ";
        calls.put(PATH, Map.of("settings_data", Map.of(text, text)));

        assertThat(calls.get(PATH).json().path("settings_data").path(text).asString())
                .isEqualTo(text);
    }

    @Test
    void belongToOneUser() {
        calls.put(PATH, DARK);
        Calls other = anyone.as(database.user());

        assertThat(other.get(PATH).header("etag")).isEqualTo("\"0\"");
        other.put(PATH, Map.of("theme", "neon"));
        other.patch(PATH, Map.of("language", "fr"));

        assertThat(calls.get(PATH).json().path("theme").asString()).isEqualTo("dark");
        assertThat(calls.get(PATH).header("etag")).isEqualTo("\"1\"");
    }

    @Test
    void areNotReadWithoutALogin() {
        assertThat(anyone.get(PATH).problem()).isEqualTo("unauthenticated");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "PATCH"})
    void stayAsTheyAreWhereTheWriterKnowsAnotherVersion(String method) {
        calls.put(PATH, DARK);

        Answer answer = calls.send(method, PATH, Map.of("theme", "late"), Map.of("if-match", "\"0\""));

        assertThat(answer.status()).isEqualTo(412);
        assertThat(answer.problem()).isEqualTo("precondition-failed");
        assertThat(answer.header("etag")).isEqualTo("\"1\"");
        assertThat(calls.get(PATH).json().path("theme").asString()).isEqualTo("dark");
    }

    @Test
    void takeExactlyOneOfTwoChangesOfTheSameVersion() throws Exception {
        calls.put(PATH, DARK);
        List<Callable<Integer>> patches = List.of(() -> patch("a"), () -> patch("b"));

        try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
            assertThat(pool.invokeAll(patches).stream().map(Future::resultNow)).containsExactlyInAnyOrder(200, 412);
        }
        assertThat(calls.get(PATH).header("etag")).isEqualTo("\"2\"");
    }

    @Test
    void growByPatchesUpToTheLimitOnly() {
        String half = "x".repeat(40_000);
        calls.patch(PATH, Map.of("settings_data", Map.of("a", half)));

        Answer answer = calls.patch(PATH, Map.of("settings_data", Map.of("b", half)));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().path("errors").get(0).path("pointer").asString())
                .isEqualTo("#/settings_data");
        assertThat(calls.get(PATH).header("etag")).isEqualTo("\"1\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"theme\": \"\"}",
                "{\"theme\": 1}",
                "{\"theme\": null}",
                "{\"language\": \"not a tag\"}",
                "{\"language\": \"en\\n\"}",
                "{\"settings_data\": []}",
                "{\"version\": 2}",
                "{\"history_retention_days\": 0}",
                "{\"history_retention_days\": 3651}",
                "{\"history_retention_days\": 1.5}",
                "{\"share_feedback\": \"yes\"}",
                "[]"
            })
    void refuseWhatTheContractDoesNotKnow(String body) {
        assertThat(calls.send("PUT", PATH, body, Map.of()).status()).isEqualTo(422);
    }

    @Test
    void takeARevisionForEachChange() {
        calls.put(PATH, DARK);
        calls.patch(PATH, Map.of("theme", "light"));

        assertThat(database.db()
                        .sql("select revision from settings.user_settings")
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"preferred_techniques\": \"few_shot\"}",
                "{\"excluded_techniques\": [\"Few Shot\"]}",
                "{\"rules\": [\"off\"]}"
            })
    void refuseAnotherFormOfWhatEnhancingObeys(String data) {
        String body = "{\"settings_data\": " + data + "}";

        assertThat(calls.put(PATH, body).status()).isEqualTo(422);
        assertThat(calls.patch(PATH, body).json().path("errors").findValuesAsString("pointer"))
                .allMatch(pointer -> pointer.startsWith("#/settings_data/"))
                .isNotEmpty();
    }

    @Test
    void forgetByAPatchWhatEnhancingObeys() {
        calls.put(PATH, "{\"settings_data\": {\"rules\": \"off: [react]\", \"preferred_techniques\": [\"few_shot\"]}}");

        calls.patch(PATH, "{\"settings_data\": {\"rules\": null, \"preferred_techniques\": null}}");

        assertThat(calls.get(PATH).json().path("settings_data").toString()).isEqualTo("{}");
    }

    @Test
    void answerTheirOlderPathToo() {
        calls.put("/api/settings", DARK);

        assertThat(calls.get("/api/settings").text()).isEqualTo(calls.get(PATH).text());
        assertThat(calls.get(PATH).json().path("theme").asString()).isEqualTo("dark");
    }

    private int patch(String theme) {
        return calls.send("PATCH", PATH, Map.of("theme", theme), Map.of("if-match", "\"1\""))
                .status();
    }

    private static JsonNode json(String text) {
        return Json.mapper().readTree(text);
    }
}
