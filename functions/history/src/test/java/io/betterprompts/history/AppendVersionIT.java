package io.betterprompts.history;

import static io.betterprompts.history.HistoryFixture.PATH;
import static io.betterprompts.history.HistoryFixture.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.betterprompts.common.testkit.Calls;
import io.betterprompts.common.testkit.Calls.Answer;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class AppendVersionIT {

    private static final String VERSIONS = "/api/v1/versions/";
    private static final int WRITERS = 32;

    private final HistoryFixture history = new HistoryFixture();
    private final Calls calls = history.calls;
    private final String group = history.create("write a poem");
    private final String path = PATH + "/" + group;

    @Test
    void keepsWhatAClientWrote() {
        Answer answer = calls.post(
                path + "/versions",
                Map.of(
                        "optimized_prompt", "Write a haiku.",
                        "reasoning", "shorter",
                        "iteration_direction", "short",
                        "model_id", "m",
                        "provider", "p",
                        "model_name", "n"));
        JsonNode version = answer.json();

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("etag")).isEqualTo("\"2\"");
        assertThat(answer.header("location")).isEqualTo(VERSIONS + id(answer));
        assertThat(version.path("number").asInt()).isEqualTo(2);
        assertThat(version.path("original_prompt").asString()).isEqualTo("write a poem");
        assertThat(version.path("status").asString()).isEqualTo("client");
        assertThat(version.path("provider").asString()).isEqualTo("p");
        assertThat(current()).isEqualTo(version);
        assertThat(calls.get(VERSIONS + id(answer)).text()).isEqualTo(answer.text());
    }

    @Test
    void takesAnOriginalOfItsOwn() {
        Answer answer =
                calls.post(path + "/versions", Map.of("original_prompt", "a haiku", "optimized_prompt", "Write one."));

        assertThat(answer.json().path("original_prompt").asString()).isEqualTo("a haiku");
        assertThat(calls.get(path).json().path("original_prompt").asString()).isEqualTo("write a poem");
    }

    @Test
    void makesAnOlderVersionTheCurrentOneAgain() {
        UUID old = history.enhanced(group, 2, "write a poem", "\n");
        history.append(group, 3, "write a poem", "worse");

        Answer answer = calls.post(VERSIONS + old + "/restore", null);
        JsonNode before = calls.get(VERSIONS + old).json();

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.json().path("number").asInt()).isEqualTo(4);
        assertThat(answer.json().path("source_version_id").asString()).isEqualTo(old.toString());
        for (String field :
                List.of("original_prompt", "optimized_prompt", "status", "edits", "explanation", "rule_set_hash")) {
            assertThat(answer.json().path(field)).as(field).isEqualTo(before.path(field));
        }
        assertThat(current()).isEqualTo(answer.json());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n"})
    void leavesOutTheEditsThatAreRejected(String lineBreak) {
        String original = "write" + lineBreak + "\ta poem ";
        UUID version = history.enhanced(group, 2, original, lineBreak);

        JsonNode made = choose(version, Map.of("reject", List.of("e1", "e3"))).json();

        assertThat(made.path("optimized_prompt").asString())
                .isEqualTo(original + lineBreak + lineBreak + "Think step by step:" + lineBreak + "- then write.");
        assertThat(made.path("edits").findValuesAsString("id")).containsExactly("e2");
        assertThat(made.path("status").asString()).isEqualTo("enhanced");
        assertThat(made.path("source_version_id").asString()).isEqualTo(version.toString());
        assertThat(made.path("explanation").path("language").asString()).isEqualTo("en");
        assertThat(made.path("explanation").has("tokens")).isFalse();
        assertThat(made.path("explanation").path("rejected_edits").findValuesAsString("id"))
                .containsExactly("e1", "e3");
        assertThat(current()).isEqualTo(made);
    }

    @Test
    void keepsTheEditsThatAreAcceptedAlone() {
        UUID version = history.enhanced(group, 2, "rhyme", "\n");

        assertThat(choose(version, Map.of("accept", List.of("e1")))
                        .json()
                        .path("optimized_prompt")
                        .asString())
                .isEqualTo("Act as a poet.\n\nrhyme");
    }

    @Test
    void isTheOriginalWithoutAnyEdit() {
        UUID version = history.enhanced(group, 2, " write\n", "\n");

        JsonNode made = choose(version, Map.of("accept", List.of())).json();

        assertThat(made.path("optimized_prompt").asString()).isEqualTo(" write\n");
        assertThat(made.path("status").asString()).isEqualTo("unchanged");
        assertThat(made.path("edits")).isEmpty();
    }

    @Test
    void keepsAllEditsAsTheEnginePutThem() {
        UUID version = history.enhanced(group, 2, "rhyme", "\n");

        assertThat(choose(version, Map.of("reject", List.of()))
                        .json()
                        .path("optimized_prompt")
                        .asString())
                .isEqualTo(calls.get(VERSIONS + version)
                        .json()
                        .path("optimized_prompt")
                        .asString());
    }

    @Test
    void refusesEditsThatThereAreNot() {
        UUID version = history.enhanced(group, 2, "rhyme", "\n");

        Answer answer = choose(version, Map.of("reject", List.of("e9", "e1")));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().path("errors").findValuesAsString("pointer")).containsExactly("#/reject");
        assertThat(calls.get(path).json().path("current_version_number").asInt())
                .isEqualTo(2);
    }

    @Test
    void refusesToChooseAmongTheEditsOfAClientsText() {
        String first = calls.get(path).json().path("current_version").path("id").asString();
        UUID foreign = history.append(group, 2, "write", "something else");

        assertThat(choose(UUID.fromString(first), Map.of("accept", List.of())).problem())
                .isEqualTo("edits-not-separable");
        assertThat(choose(foreign, Map.of("accept", List.of())).problem()).isEqualTo("edits-not-separable");
    }

    @Test
    void refusesATextInWhichTheOriginalWouldStandTwice() {
        UUID version = history.enhanced(group, 2, "write", "\n");

        assertThat(choose(version, Map.of("accept", List.of("e2"))).problem()).isEqualTo("edits-not-separable");
        assertThat(choose(version, Map.of("reject", List.of("e2"))).status()).isEqualTo(201);
    }

    @Test
    void refusesBothListsAndNone() {
        UUID version = history.enhanced(group, 2, "rhyme", "\n");

        assertThat(choose(version, Map.of()).status()).isEqualTo(422);
        assertThat(choose(version, Map.of("accept", List.of(), "reject", List.of()))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void isRefusedWhereTheWriterKnowsAnotherStateOfTheGroup() {
        UUID version = history.enhanced(group, 2, "rhyme", "\n");
        calls.patch(path, Map.of("title", "other"));
        Map<String, String> stale = Map.of("if-match", "\"1\"");

        assertThat(List.of(
                        calls.send("POST", path + "/versions", Map.of("optimized_prompt", "a"), stale),
                        calls.send("POST", VERSIONS + version + "/restore", null, stale),
                        calls.send("POST", VERSIONS + version + "/edits", Map.of("accept", List.of()), stale)))
                .allSatisfy(answer -> {
                    assertThat(answer.problem()).isEqualTo("precondition-failed");
                    assertThat(answer.header("etag")).isEqualTo("\"2\"");
                    assertThat(answer.json().path("current").path("title").asString())
                            .isEqualTo("other");
                });
    }

    @Test
    void isForTheOwnerAlone() {
        UUID version = history.enhanced(group, 2, "rhyme", "\n");
        Calls stranger = history.stranger;

        assertThat(List.of(
                        stranger.post(path + "/versions", Map.of("optimized_prompt", "a")),
                        stranger.post(VERSIONS + version + "/restore", null),
                        stranger.post(VERSIONS + version + "/edits", Map.of("accept", List.of())),
                        stranger.get(VERSIONS + version + "/diff?against=original")))
                .extracting(Answer::status)
                .containsOnly(404);
    }

    /** Half of them append, half of them restore. */
    @Test
    void numbersVersionsWithoutGapOrRepetitionWhileManyWrite() throws InterruptedException {
        String first = calls.get(path).json().path("current_version").path("id").asString();
        Callable<Integer> append = () ->
                calls.post(path + "/versions", Map.of("optimized_prompt", "a")).status();
        Callable<Integer> restore =
                () -> calls.post(VERSIONS + first + "/restore", null).status();

        try (ExecutorService pool = Executors.newFixedThreadPool(WRITERS)) {
            List<Callable<Integer>> writers = Collections.nCopies(WRITERS / 2, List.of(append, restore)).stream()
                    .flatMap(List::stream)
                    .toList();
            assertThat(pool.invokeAll(writers).stream().map(Future::resultNow))
                    .hasSize(WRITERS)
                    .containsOnly(201);
        }

        assertThat(history.database
                        .db()
                        .sql("select number from prompts.versions order by number")
                        .query(Integer.class)
                        .list())
                .isEqualTo(IntStream.rangeClosed(1, WRITERS + 1).boxed().toList());
        assertThat(calls.get(path).json().path("current_version_number").asInt())
                .isEqualTo(WRITERS + 1);
    }

    /** Each wants to follow the same state; one of them can. */
    @Test
    void letsOneOfManyFollowTheSameState() throws InterruptedException {
        Callable<Integer> append = () -> calls.send(
                        "POST", path + "/versions", Map.of("optimized_prompt", "a"), Map.of("if-match", "\"1\""))
                .status();

        try (ExecutorService pool = Executors.newFixedThreadPool(WRITERS)) {
            List<Integer> statuses = pool.invokeAll(Collections.nCopies(WRITERS, append)).stream()
                    .map(Future::resultNow)
                    .toList();
            assertThat(statuses).containsOnly(201, 412).containsOnlyOnce(201);
        }
    }

    private Answer choose(UUID version, Map<String, ?> choice) {
        return calls.post(VERSIONS + version + "/edits", choice);
    }

    private JsonNode current() {
        return calls.get(path).json().path("current_version");
    }
}
