package io.betterprompts.history;

import static io.betterprompts.history.HistoryFixture.PATH;
import static io.betterprompts.history.HistoryFixture.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.betterprompts.common.testkit.Calls;
import io.betterprompts.common.testkit.Calls.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class PromptGroupsIT {

    private final HistoryFixture history = new HistoryFixture();
    private final Calls calls = history.calls;

    @Test
    void areCreatedWithOneVersion() {
        Answer answer = calls.post(
                PATH,
                Map.of(
                        "original_prompt", "Write a poem\nabout the sea",
                        "optimized_prompt", "Write a short poem about the sea",
                        "reasoning", "A length helps.",
                        "iteration_direction", "shorter",
                        "model_id", "m-1",
                        "provider", "someone",
                        "model_name", "a model",
                        "tags", List.of("Poems", "SEA", "poems")));
        JsonNode group = answer.json();
        JsonNode version = group.path("current_version");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("location")).isEqualTo(PATH + "/" + id(answer));
        assertThat(answer.header("etag")).isEqualTo("\"1\"");
        assertThat(group.propertyNames())
                .containsExactly(
                        "id",
                        "title",
                        "intent",
                        "status",
                        "favourite",
                        "tags",
                        "current_version_number",
                        "created_at",
                        "updated_at",
                        "version",
                        "original_prompt",
                        "current_version");
        assertThat(group.path("title").asString()).isEqualTo("Write a poem");
        assertThat(group.path("tags").toString()).isEqualTo("[\"poems\",\"sea\"]");
        assertThat(group.path("status").asString()).isEqualTo("active");
        assertThat(group.path("created_at").asString()).isEqualTo("2026-11-22T10:15:30.123456Z");
        assertThat(version.path("history_id")).isEqualTo(group.path("id"));
        assertThat(version.path("number").asInt()).isEqualTo(1);
        assertThat(version.path("status").asString()).isEqualTo("client");
        assertThat(version.path("optimized_prompt").asString()).isEqualTo("Write a short poem about the sea");
        assertThat(version.path("reasoning").asString()).isEqualTo("A length helps.");
        assertThat(version.path("iteration_direction").asString()).isEqualTo("shorter");
        assertThat(version.path("model_id").asString()).isEqualTo("m-1");
        assertThat(version.path("provider").asString()).isEqualTo("someone");
        assertThat(version.path("model_name").asString()).isEqualTo("a model");
        assertThat(version.path("edits").toString()).isEqualTo("[]");
        assertThat(version.path("explanation").isNull()).isTrue();
    }

    @Test
    void areReadAsTheyWereCreated() {
        Answer created = calls.post(PATH, Map.of("original_prompt", "a", "optimized_prompt", "b", "title", "Mine"));
        Answer read = calls.get(created.header("location"));

        assertThat(read.text()).isEqualTo(created.text());
        assertThat(read.header("etag")).isEqualTo("\"1\"");
        assertThat(read.json().path("title").asString()).isEqualTo("Mine");
    }

    @Test
    void keepTextsByteForByte() {
        String text = " \t\r\n```\r\n\tcode  \r```\n👩‍👩‍👧 e\u0301 \u2028 \\ \"q\" \u0001  ";
        String group =
                history.create(Map.of("original_prompt", text, "optimized_prompt", text + text, "reasoning", text));

        JsonNode read = calls.get(PATH + "/" + group).json();

        assertThat(read.path("original_prompt").asString()).isEqualTo(text);
        assertThat(read.path("current_version").path("original_prompt").asString())
                .isEqualTo(text);
        assertThat(read.path("current_version").path("optimized_prompt").asString())
                .isEqualTo(text + text);
        assertThat(read.path("current_version").path("reasoning").asString()).isEqualTo(text);
    }

    @Test
    void takePromptsOfTwentyThousandCharactersNotUnits() {
        Map<String, String> longest =
                Map.of("original_prompt", "👋".repeat(20_000), "optimized_prompt", "海".repeat(60_000));
        Map<String, String> longer =
                Map.of("original_prompt", "👋".repeat(20_001), "optimized_prompt", "海".repeat(60_001));

        assertThat(calls.post(PATH, longest).status()).isEqualTo(201);
        assertThat(calls.post(PATH, longer).json().path("errors").findValuesAsString("pointer"))
                .containsExactlyInAnyOrder("#/original_prompt", "#/optimized_prompt");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"original_prompt\": \" \\n\", \"optimized_prompt\": \"a\"}",
                "{\"original_prompt\": \"a\", \"optimized_prompt\": \"a\", \"title\": \" \"}",
                "{\"original_prompt\": \"a\", \"optimized_prompt\": \"a\", \"tags\": [\" \"]}",
                "{\"original_prompt\": \"a\", \"optimized_prompt\": \"a\", \"status\": \"enhanced\"}"
            })
    void refuseWhatTheContractDoesNotKnow(String body) {
        assertThat(calls.send("POST", PATH, body, Map.of()).status()).isEqualTo(422);
    }

    @Test
    void areListedNewestFirstInParts() {
        List<String> ids = List.of(history.create("1"), history.create("2"), history.create("3"));

        JsonNode first = calls.get(PATH + "?limit=2").json();
        JsonNode second = calls.get(
                        PATH + "?limit=2&cursor=" + first.path("next_cursor").asString())
                .json();

        assertThat(first.path("items").findValuesAsString("id")).containsExactly(ids.get(2), ids.get(1));
        assertThat(second.path("items").findValuesAsString("id")).containsExactly(ids.get(0));
        assertThat(second.path("next_cursor").isNull()).isTrue();
    }

    @Test
    void areListedWithTheBeginningOfThePrompt() {
        history.create("👋".repeat(300));

        JsonNode item = calls.get(PATH).json().path("items").get(0);

        assertThat(item.propertyNames())
                .containsExactly(
                        "id",
                        "title",
                        "intent",
                        "status",
                        "favourite",
                        "tags",
                        "current_version_number",
                        "created_at",
                        "updated_at",
                        "version",
                        "preview");
        assertThat(item.path("preview").asString()).isEqualTo("👋".repeat(200));
    }

    @Test
    void areFoundByIntentTagFavouriteAndStatus() {
        String plain = history.create("plain");
        String tagged =
                history.create(Map.of("original_prompt", "a", "optimized_prompt", "a", "tags", List.of("Übung")));
        String archived = history.create("archived");
        String classified = history.create("classified");
        calls.patch(PATH + "/" + archived, Map.of("status", "archived", "favourite", true));
        history.append(classified, 2, "a", "b");

        assertThat(list("?intent=reasoning")).containsExactly(classified);
        assertThat(list("?tag=%C3%9CBUNG")).containsExactly(tagged);
        assertThat(list("?favourite=true")).containsExactly(archived);
        assertThat(list("?favourite=false&status=active")).containsExactly(classified, tagged, plain);
        assertThat(list("?status=archived&favourite=false")).isEmpty();
    }

    @Test
    void areFoundByTechniqueModelAndDate() {
        String plain = history.create("plain");
        history.clock.pass(Duration.ofDays(1));
        String named = history.create(Map.of("original_prompt", "a", "optimized_prompt", "a", "model_name", "gpt-4o"));
        String known = history.create(Map.of("original_prompt", "a", "optimized_prompt", "a", "model_id", "gpt-4o"));
        String enhanced = history.create("a");
        history.enhanced(enhanced, 2, "a", "\n");

        assertThat(list("?technique=role_play")).containsExactly(enhanced);
        assertThat(list("?technique=role")).isEmpty();
        assertThat(list("?model=gpt-4o")).containsExactly(known, named);
        assertThat(list("?created_before=2026-11-23T10:15:30.123456Z")).containsExactly(plain);
        assertThat(list("?created_from=2026-11-23T10:15:30.123456Z&model=gpt-4o"))
                .containsExactly(known, named);
        assertThat(list("?created_from=2026-11-23T12:15:30.123457%2B02:00")).isEmpty();
    }

    @Test
    void areListedWithoutGapOrRepetitionWhileOthersAreAdded() {
        List<String> before = List.of(history.create("1"), history.create("2"), history.create("3"));

        JsonNode first = calls.get(PATH + "?limit=2").json();
        history.create("4");
        JsonNode second = calls.get(
                        PATH + "?limit=2&cursor=" + first.path("next_cursor").asString())
                .json();

        assertThat(first.path("items").findValuesAsString("id")).containsExactly(before.get(2), before.get(1));
        assertThat(second.path("items").findValuesAsString("id")).containsExactly(before.get(0));
    }

    @Test
    void comeBackWithAllThatBelongsToThem() {
        String group = history.create("a");
        history.append(group, 2, "a", "b");
        String path = PATH + "/" + group;
        calls.put(path + "/labels/production", Map.of("version_number", 1));
        String before = calls.get(path + "/versions").text();
        calls.delete(path);
        history.clock.pass(Duration.ofDays(29));

        assertThat(list("?deleted=true")).containsExactly(group);
        Answer back = calls.post(path + "/undelete", null);

        assertThat(back.status()).isEqualTo(200);
        assertThat(back.header("etag")).isEqualTo("\"3\"");
        assertThat(calls.get(path + "/versions").text()).isEqualTo(before);
        assertThat(calls.get(path + "/labels/production").status()).isEqualTo(200);
        assertThat(list("?deleted=true")).isEmpty();
        assertThat(calls.post(path + "/undelete", null).problem()).isEqualTo("prompt-group-not-found");
    }

    @Test
    void comeBackForThirtyDaysAndNoLonger() {
        String group = history.create("a");
        calls.delete(PATH + "/" + group);
        history.clock.pass(Duration.ofDays(30));

        assertThat(calls.post(PATH + "/" + group + "/undelete", null).status()).isEqualTo(404);
        assertThat(list("?deleted=true")).isEmpty();
    }

    @Test
    void bringsNothingBackWhoseTextsAreErased() {
        String group = history.create("a");
        calls.delete(PATH + "/" + group);
        history.database.db().sql("delete from prompts.versions").update();

        assertThat(calls.post(PATH + "/" + group + "/undelete", null).problem()).isEqualTo("prompt-group-not-found");
        assertThat(calls.get(PATH).json().path("items")).isEmpty();
    }

    @Test
    void comeBackToNobodyElse() {
        String group = history.create("a");
        calls.delete(PATH + "/" + group);

        assertThat(history.stranger.post(PATH + "/" + group + "/undelete", null).status())
                .isEqualTo(404);
        assertThat(history.stranger.get(PATH + "?deleted=true").json().path("items"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?created_from=today",
                "?created_before=2026-11-23T23:59:60Z",
                "?deleted=1",
                "?q=",
                "?q=a&cursor=YQ"
            })
    void refuseToBeFoundByNonsense(String query) {
        assertThat(calls.get(PATH + query).status()).isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"?favourite=yes", "?status=deleted", "?limit=101", "?cursor=bm9uZQ", "?tag="})
    void refuseToBeFilteredByNonsense(String query) {
        assertThat(calls.get(PATH + query).status()).isEqualTo(422);
    }

    @Test
    void changeWhatIsGivenAndNothingElse() {
        String group = history.create(Map.of("original_prompt", "a", "optimized_prompt", "b", "tags", List.of("x")));
        history.clock.pass(Duration.ofMinutes(1));

        Answer first = calls.patch(PATH + "/" + group, Map.of("favourite", true));
        Answer second =
                calls.patch(PATH + "/" + group, Map.of("title", "T", "tags", List.of("Y"), "status", "archived"));

        assertThat(first.header("etag")).isEqualTo("\"2\"");
        assertThat(first.json().path("tags").toString()).isEqualTo("[\"x\"]");
        assertThat(second.header("etag")).isEqualTo("\"3\"");
        assertThat(second.text()).isEqualTo(calls.get(PATH + "/" + group).text());
        assertThat(second.json().path("favourite").asBoolean()).isTrue();
        assertThat(second.json().path("title").asString()).isEqualTo("T");
        assertThat(second.json().path("tags").toString()).isEqualTo("[\"y\"]");
        assertThat(second.json().path("status").asString()).isEqualTo("archived");
        assertThat(second.json().path("created_at").asString()).isEqualTo("2026-11-22T10:15:30.123456Z");
        assertThat(second.json().path("updated_at").asString()).isEqualTo("2026-11-22T10:16:30.123456Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"title\": null}", "{\"original_prompt\": \"a\"}", "{\"status\": \"gone\"}"})
    void refuseAChangeTheContractDoesNotKnow(String body) {
        String group = history.create("a");

        assertThat(calls.send("PATCH", PATH + "/" + group, body, Map.of()).status())
                .isEqualTo(422);
    }

    @Test
    void areGoneOnceDeleted() {
        String group = history.create("a");
        UUID version = history.append(group, 2, "a", "b");
        String path = PATH + "/" + group;

        assertThat(calls.delete(path).status()).isEqualTo(204);

        assertThat(List.of(calls.get(path), calls.patch(path, Map.of("title", "b")), calls.delete(path)))
                .allSatisfy(answer -> assertThat(answer.problem()).isEqualTo("prompt-group-not-found"));
        assertThat(calls.get(path + "/versions").problem()).isEqualTo("prompt-group-not-found");
        assertThat(calls.get("/api/v1/versions/" + version).problem()).isEqualTo("version-not-found");
        assertThat(list("")).isEmpty();
    }

    @Test
    void leaveATombstoneWithARevisionOfItsOwn() {
        String group = history.create("a");

        calls.delete(PATH + "/" + group);

        assertThat(history.database
                        .db()
                        .sql("select version, revision from prompts.history where deleted_at is not null")
                        .query()
                        .singleRow())
                .containsEntry("version", 2L)
                .containsEntry("revision", 2L);
    }

    @Test
    void belongToOneUser() {
        String path = PATH + "/" + history.create("a");
        Calls stranger = history.stranger;

        assertThat(List.of(
                        stranger.get(path),
                        stranger.patch(path, Map.of("title", "b")),
                        stranger.delete(path),
                        stranger.get(path + "/versions")))
                .allSatisfy(answer -> {
                    assertThat(answer.status()).isEqualTo(404);
                    assertThat(answer.problem()).isEqualTo("prompt-group-not-found");
                });
        assertThat(stranger.get(PATH).json().path("items")).isEmpty();
        assertThat(calls.get(path).header("etag")).isEqualTo("\"1\"");
    }

    @Test
    void areNotReadWithoutALogin() {
        assertThat(history.anyone.get(PATH).problem()).isEqualTo("unauthenticated");
    }

    @Test
    void stayAsTheyAreWhereTheWriterKnowsAnotherVersion() {
        String path = PATH + "/" + history.create("a");
        calls.patch(path, Map.of("title", "b"));
        Map<String, String> stale = Map.of("if-match", "\"1\"");

        assertThat(List.of(
                        calls.send("PATCH", path, Map.of("title", "c"), stale),
                        calls.send("DELETE", path, null, stale)))
                .allSatisfy(answer -> {
                    assertThat(answer.problem()).isEqualTo("precondition-failed");
                    assertThat(answer.header("etag")).isEqualTo("\"2\"");
                    assertThat(answer.json().path("current").path("title").asString())
                            .isEqualTo("b");
                });
        assertThat(calls.get(path).json().path("title").asString()).isEqualTo("b");
    }

    @Test
    void takeExactlyOneOfTwoChangesOfTheSameVersion() throws InterruptedException {
        String path = PATH + "/" + history.create("a");
        Callable<Integer> patch =
                () -> calls.send("PATCH", path, Map.of("favourite", true), Map.of("if-match", "\"1\""))
                        .status();

        try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
            assertThat(pool.invokeAll(List.of(patch, patch)).stream().map(Future::resultNow))
                    .containsExactlyInAnyOrder(200, 412);
        }
        assertThat(calls.get(path).header("etag")).isEqualTo("\"2\"");
    }

    @Test
    void answerTheirOlderPathsToo() {
        Answer created = calls.post("/api/prompts", Map.of("original_prompt", "a", "optimized_prompt", "b"));
        String path = "/api/prompts/" + id(created);

        assertThat(created.header("location")).isEqualTo(PATH + "/" + id(created));
        assertThat(calls.get("/api/prompts").json().path("items").findValuesAsString("id"))
                .containsExactly(id(created));
        assertThat(calls.get(path).text()).isEqualTo(created.text());
        assertThat(calls.delete(path).status()).isEqualTo(204);
        assertThat(calls.get(path).status()).isEqualTo(404);
    }

    private List<String> list(String query) {
        return calls.get(PATH + query).json().path("items").findValuesAsString("id");
    }
}
