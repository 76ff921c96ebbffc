package io.betterprompts.templates;

import static org.assertj.core.api.Assertions.assertThat;

import io.betterprompts.common.contract.Contract;
import io.betterprompts.common.data.Ids;
import io.betterprompts.common.data.Revisions;
import io.betterprompts.common.data.UserTransactions;
import io.betterprompts.common.http.HttpFunctions;
import io.betterprompts.common.json.Json;
import io.betterprompts.common.testkit.Calls;
import io.betterprompts.common.testkit.Calls.Answer;
import io.betterprompts.common.testkit.MutableClock;
import io.betterprompts.common.testkit.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class TemplatesIT {

    private static final String PATH = "/api/v1/templates";
    private static final String SUMMARY = """
            {"name": "Summary", "content": "For {{who}}: {{ text }}", "description": "Any text", "category": "writing",
             "tags": ["Short", "SHORT", "text"], "is_public": false,
             "variables": [
               {"name": "who", "type": "enum", "default": "all", "required": true, "options": ["all", "experts"]},
               {"name": "text", "type": "string", "description": "What to sum up"}]}
            """;

    private final TestDatabase database = TestDatabase.fresh();
    private final MutableClock clock = new MutableClock(Instant.parse("2026-11-22T10:15:30.123456Z"));
    private final Calls anyone = new Calls(new TemplatesApplication()
            .http(
                    HttpFunctions.unlimited(Contract.load(), Calls.trusting()),
                    Contract.load(),
                    database.db(),
                    new UserTransactions(database.transactions(), new Revisions(database.db())),
                    Ids.timeOrdered(),
                    clock));
    private final Calls calls = anyone.as(database.user());
    private final Calls stranger = anyone.as(database.user());

    @Test
    void areKeptAndReadBack() {
        Answer created = calls.post(PATH, SUMMARY);
        Answer read = calls.get(created.header("location"));

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.header("location")).isEqualTo(PATH + "/" + id(created));
        assertThat(created.header("etag")).isEqualTo("\"1\"");
        assertThat(created.json()).isEqualTo(json("""
                {"id": "%s", "name": "Summary", "content": "For {{who}}: {{ text }}", "description": "Any text",
                 "category": "writing", "tags": ["short", "text"], "is_public": false,
                 "variables": [
                   {"name": "who", "type": "enum", "default": "all", "required": true, "options": ["all", "experts"]},
                   {"name": "text", "type": "string", "required": false, "description": "What to sum up"}],
                 "is_own": true, "usage_count": 0, "version": 1,
                 "created_at": "2026-11-22T10:15:30.123456Z", "updated_at": "2026-11-22T10:15:30.123456Z"}
                """.formatted(id(created))));
        assertThat(read.text()).isEqualTo(created.text());
        assertThat(read.header("etag")).isEqualTo("\"1\"");
    }

    @Test
    void keepTextsByteForByte() {
        String text = " \t\r\n```\r\n\tcode  \r```\n👩‍👩‍👧 e\u0301 \u2028 \\ \"q\" {x} ${x} %s <x>  ";
        String path = path(Map.of("name", text, "content", text, "description", text));

        JsonNode read = calls.get(path).json();

        assertThat(List.of("name", "content", "description"))
                .allSatisfy(field -> assertThat(read.path(field).asString()).isEqualTo(text));
    }

    @Test
    void haveContentOfTwentyThousandCharactersNotUnits() {
        Map<String, String> longest = Map.of("name", "n", "content", "👋".repeat(20_000));
        Map<String, String> longer = Map.of("name", "n", "content", "👋".repeat(20_001));

        assertThat(calls.post(PATH, longest).status()).isEqualTo(201);
        assertThat(calls.post(PATH, longer)
                        .json()
                        .path("errors")
                        .get(0)
                        .path("pointer")
                        .asString())
                .isEqualTo("#/content");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\": \"a\"}",
                "{\"name\": \" \", \"content\": \"a\"}",
                "{\"name\": \"a\", \"content\": \" \"}",
                "{\"name\": \"a\", \"content\": \"a\", \"usage_count\": 7}",
                "{\"name\": \"a\", \"content\": \"a\", \"variables\": [{\"name\": \"a\"}]}",
                "{\"name\": \"a\", \"content\": \"a\", \"variables\": [{\"name\": \"1\", \"type\": \"string\"}]}",
                "{\"name\": \"a\", \"content\": \"a\", \"variables\": [{\"name\": \"a\\n\", \"type\": \"string\"}]}",
                "{\"name\": \"a\", \"content\": \"a\", \"variables\": [{\"name\": \"a\", \"type\": \"date\"}]}",
                "{\"name\": \"a\", \"content\": \"a\", \"variables\": [{\"name\": \"a\", \"type\": \"enum\"}]}",
                "{\"name\": \"a\", \"content\": \"{{undeclared}}\"}"
            })
    void refuseWhatNobodyCouldFillIn(String body) {
        assertThat(calls.post(PATH, body).problem()).isEqualTo("validation-failed");
    }

    @Test
    void haveTwentyTagsAtMost() {
        List<String> tags = IntStream.range(0, 21).mapToObj(i -> "tag" + i).toList();

        assertThat(calls.post(PATH, Map.of("name", "n", "content", "c", "tags", tags.subList(0, 20)))
                        .status())
                .isEqualTo(201);
        assertThat(calls.post(PATH, Map.of("name", "n", "content", "c", "tags", tags))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void nameThePlaceholderThatIsNotDeclared() {
        JsonNode error = calls.post(PATH, Map.of("name", "n", "content", "{{lost}}"))
                .json()
                .path("errors")
                .get(0);

        assertThat(error.path("pointer").asString()).isEqualTo("#/content");
        assertThat(error.path("detail").asString()).contains("{{lost}}");
    }

    @Test
    void areReplacedAsAWhole() {
        String path = calls.post(PATH, SUMMARY).header("location");
        clock.pass(Duration.ofMinutes(1));

        Answer answer = calls.put(path, Map.of("name", "Other", "content", "plain"));

        assertThat(answer.header("etag")).isEqualTo("\"2\"");
        assertThat(answer.text()).isEqualTo(calls.get(path).text());
        assertThat(answer.json().path("description").isNull()).isTrue();
        assertThat(answer.json().path("tags")).isEmpty();
        assertThat(answer.json().path("variables")).isEmpty();
        assertThat(answer.json().path("created_at").asString()).isEqualTo("2026-11-22T10:15:30.123456Z");
        assertThat(answer.json().path("updated_at").asString()).isEqualTo("2026-11-22T10:16:30.123456Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/merge-patch+json", "application/json"})
    void changeByAMergePatch(String mediaType) {
        Answer created = calls.post(PATH, SUMMARY);

        Answer answer = calls.send(
                "PATCH",
                created.header("location"),
                "{\"description\": null, \"tags\": [\"New\"], \"is_public\": true}",
                Map.of("content-type", mediaType));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("description").isNull()).isTrue();
        assertThat(answer.json().path("tags").toString()).isEqualTo("[\"new\"]");
        assertThat(answer.json().path("is_public").asBoolean()).isTrue();
        assertThat(answer.json().path("variables")).isEqualTo(created.json().path("variables"));
        assertThat(answer.json().path("content")).isEqualTo(created.json().path("content"));
    }

    @Test
    void areCheckedAsTheyWouldBeAfterAPatch() {
        String path = calls.post(PATH, SUMMARY).header("location");

        assertThat(calls.patch(path, Map.of("variables", List.of()))
                        .json()
                        .path("errors")
                        .size())
                .isEqualTo(2);
        assertThat(calls.patch(path, Map.of("content", "{{who}} {{when}}")).status())
                .isEqualTo(422);
        assertThat(calls.patch(path, Map.of("content", "{{who}}")).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "{\"name\": null}", "{\"content\": null}", "{\"version\": 3}", "{\"category\": \"\"}"})
    void refuseAPatchTheContractDoesNotKnow(String body) {
        String path = path(Map.of("name", "n", "content", "c"));

        assertThat(calls.send("PATCH", path, body, Map.of()).status()).isEqualTo(422);
    }

    @Test
    void areListedNewestFirstInParts() {
        List<String> ids = List.of(create("1"), create("2"), create("3"));

        JsonNode first = calls.get(PATH + "?limit=2").json();
        JsonNode second = calls.get(
                        PATH + "?limit=2&cursor=" + first.path("next_cursor").asString())
                .json();

        assertThat(first.path("items").findValuesAsString("id")).containsExactly(ids.get(2), ids.get(1));
        assertThat(second.path("items").findValuesAsString("id")).containsExactly(ids.get(0));
        assertThat(second.path("next_cursor").isNull()).isTrue();
    }

    @Test
    void areFoundByTagCategoryAndWords() {
        create("plain");
        String tagged = create("tagged", Map.of("tags", List.of("Übung"), "category", "writing"));
        String worded = create("Größe_100%", Map.of("category", "writing"));
        String described = create("x", Map.of("description", "Über die GRÖSSE"));

        assertThat(list("?tag=%C3%BCbung")).containsExactly(tagged);
        assertThat(list("?category=writing")).containsExactly(worded, tagged);
        assertThat(list("?q=GR%C3%96%C3%9FE_")).containsExactly(worded);
        assertThat(list("?q=%C3%9CBER")).containsExactly(described);
        assertThat(list("?q=%25")).containsExactly(worded);
        assertThat(list("?q=plain&category=writing")).isEmpty();
    }

    @Test
    void areFoundByTheWordsOfTheirContent() {
        String letter = create("1", Map.of("content", "Write three ÜBERZEUGENDE letters to the editor"));
        String poem = create("2", Map.of("content", "Write a poem", "description", "about letters"));
        create("3", Map.of("content", "writer"));

        assertThat(list("?q=letter")).containsExactly(poem, letter);
        assertThat(list("?q=%C3%BCberzeugende+writing")).containsExactly(letter);
        assertThat(list("?q=%22to+the+editor%22")).containsExactly(letter);
        assertThat(list("?q=letter+-poem")).containsExactly(letter);
    }

    @Test
    void areFoundByAPartOfAContentWithoutSpaces() {
        String japanese = create("1", Map.of("content", "東京の天気についての詩を書いてください"));
        create("2", Map.of("content", "天文"));

        assertThat(list("?q=%E5%A4%A9%E6%B0%97")).containsExactly(japanese);
    }

    @Test
    void areListedByWhoseTheyAre() {
        String mine = create("mine");
        String shared = create("shared", Map.of("is_public", true));
        String theirs = id(stranger.post(PATH, Map.of("name", "theirs", "content", "c", "is_public", true)));
        stranger.post(PATH, Map.of("name", "secret", "content", "c"));

        assertThat(list("")).containsExactly(theirs, shared, mine);
        assertThat(list("?scope=all")).containsExactly(theirs, shared, mine);
        assertThat(list("?scope=own")).containsExactly(shared, mine);
        assertThat(list("?scope=public")).containsExactly(theirs, shared);
    }

    @Test
    void areReadByEveryoneOncePublicAndTellNobodyWhoseTheyAre() {
        Answer created = calls.post(PATH, Map.of("name", "n", "content", "c", "is_public", true));

        Answer read = stranger.get(created.header("location"));

        assertThat(read.status()).isEqualTo(200);
        assertThat(read.json().path("is_own").asBoolean()).isFalse();
        assertThat(read.json().propertyNames()).isEqualTo(created.json().propertyNames());
        assertThat(read.text()).doesNotContain("@").doesNotContain("user");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void areWrittenByTheirOwnerAlone(boolean isPublic) {
        String path = path(Map.of("name", "n", "content", "c", "is_public", isPublic));

        assertThat(List.of(
                        stranger.put(path, Map.of("name", "b", "content", "b")),
                        stranger.patch(path, Map.of("name", "b")),
                        stranger.delete(path)))
                .allSatisfy(answer -> {
                    assertThat(answer.status()).isEqualTo(404);
                    assertThat(answer.problem()).isEqualTo("template-not-found");
                });
        assertThat(stranger.get(path).status()).isEqualTo(isPublic ? 200 : 404);
        assertThat(calls.get(path).header("etag")).isEqualTo("\"1\"");
    }

    @Test
    void areGoneOnceDeleted() {
        String path = path(Map.of("name", "n", "content", "c", "is_public", true));

        assertThat(calls.delete(path).status()).isEqualTo(204);

        assertThat(List.of(
                        calls.get(path),
                        calls.put(path, Map.of("name", "b", "content", "b")),
                        calls.patch(path, Map.of("name", "b")),
                        calls.delete(path),
                        stranger.get(path)))
                .allSatisfy(answer -> assertThat(answer.problem()).isEqualTo("template-not-found"));
        assertThat(list("")).isEmpty();
        assertThat(database.db()
                        .sql("select version, revision from prompts.templates where deleted_at is not null")
                        .query()
                        .singleRow())
                .containsEntry("version", 2L)
                .containsEntry("revision", 2L);
    }

    @Test
    void areNotReadWithoutALogin() {
        assertThat(anyone.get(PATH).problem()).isEqualTo("unauthenticated");
    }

    @Test
    void stayAsTheyAreWhereTheWriterKnowsAnotherVersion() {
        String path = path(Map.of("name", "a", "content", "c"));
        calls.patch(path, Map.of("name", "b"));
        Map<String, String> stale = Map.of("if-match", "\"1\"");

        assertThat(List.of(
                        calls.send("PUT", path, Map.of("name", "c", "content", "c"), stale),
                        calls.send("PATCH", path, Map.of("name", "c"), stale),
                        calls.send("DELETE", path, null, stale)))
                .allSatisfy(answer -> {
                    assertThat(answer.problem()).isEqualTo("precondition-failed");
                    assertThat(answer.header("etag")).isEqualTo("\"2\"");
                });
        assertThat(calls.get(path).json().path("name").asString()).isEqualTo("b");
    }

    @Test
    void takeExactlyOneOfTwoChangesOfTheSameVersion() throws InterruptedException {
        String path = path(Map.of("name", "a", "content", "c"));
        Callable<Integer> patch = () -> calls.send("PATCH", path, Map.of("name", "b"), Map.of("if-match", "\"1\""))
                .status();

        try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
            assertThat(pool.invokeAll(List.of(patch, patch)).stream().map(Future::resultNow))
                    .containsExactlyInAnyOrder(200, 412);
        }
        assertThat(calls.get(path).header("etag")).isEqualTo("\"2\"");
    }

    @Test
    void answerTheirOlderPathsToo() {
        Answer created = calls.post("/api/templates", SUMMARY);
        String path = "/api/templates/" + id(created);

        assertThat(calls.get("/api/templates").json().path("items").findValuesAsString("id"))
                .containsExactly(id(created));
        assertThat(calls.get(path).text()).isEqualTo(created.text());
        assertThat(calls.put(path, Map.of("name", "n", "content", "c")).status())
                .isEqualTo(200);
        assertThat(calls.patch(path, Map.of("name", "m")).status()).isEqualTo(200);
        assertThat(calls.delete(path).status()).isEqualTo(204);
    }

    private List<String> list(String query) {
        return calls.get(PATH + query).json().path("items").findValuesAsString("id");
    }

    private String create(String name) {
        return create(name, Map.of());
    }

    private String create(String name, Map<String, ?> more) {
        Map<String, Object> body = new HashMap<>(Map.of("name", name, "content", "c"));
        body.putAll(more);
        return id(calls.post(PATH, body));
    }

    private String path(Map<String, ?> body) {
        return calls.post(PATH, body).header("location");
    }

    private static String id(Answer answer) {
        return answer.json().path("id").asString();
    }

    private static JsonNode json(String text) {
        return Json.mapper().readTree(text);
    }
}
