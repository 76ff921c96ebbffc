package io.betterprompts.history;

import static io.betterprompts.history.HistoryFixture.PATH;
import static org.assertj.core.api.Assertions.assertThat;

import io.betterprompts.common.testkit.Calls;
import io.betterprompts.common.testkit.Calls.Answer;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class VersionsIT {

    private final HistoryFixture history = new HistoryFixture();
    private final Calls calls = history.calls;
    private final String group = history.create("first");

    @Test
    void areReadWithTheEnginesOwnWords() {
        UUID id = history.append(group, 2, "first", "Think. first");

        Answer answer = calls.get("/api/v1/versions/" + id);
        JsonNode version = answer.json();

        assertThat(answer.header("etag")).isEqualTo("\"1\"");
        assertThat(version.propertyNames())
                .containsExactly(
                        "id",
                        "history_id",
                        "number",
                        "original_prompt",
                        "optimized_prompt",
                        "status",
                        "reasoning",
                        "iteration_direction",
                        "model_id",
                        "provider",
                        "model_name",
                        "edits",
                        "explanation",
                        "rule_set_hash",
                        "model_hash",
                        "source_version_id",
                        "created_at");
        assertThat(version.path("status").asString()).isEqualTo("enhanced");
        assertThat(version.path("edits").get(0).path("text").asString()).isEqualTo("Think.");
        assertThat(version.path("explanation").path("verdict").asString()).isEqualTo("enhanced");
        assertThat(version.path("rule_set_hash").asString()).isEqualTo("rules");
        assertThat(version.path("model_hash").asString()).isEqualTo("model");
    }

    @Test
    void standInTheirGroupAsTheCurrentOne() {
        UUID id = history.append(group, 2, "first", "second");

        JsonNode read = calls.get(PATH + "/" + group).json();

        assertThat(read.path("current_version_number").asInt()).isEqualTo(2);
        assertThat(read.path("intent").asString()).isEqualTo("reasoning");
        assertThat(read.path("current_version").path("id").asString()).isEqualTo(id.toString());
    }

    @Test
    void areListedNewestFirstInParts() {
        history.append(group, 2, "first", "second");
        history.append(group, 3, "first", "third");
        String path = PATH + "/" + group + "/versions?limit=2";

        JsonNode first = calls.get(path).json();
        JsonNode second = calls.get(
                        path + "&cursor=" + first.path("next_cursor").asString())
                .json();

        assertThat(first.path("items").findValuesAsString("optimized_prompt")).containsExactly("third", "second");
        assertThat(second.path("items").findValuesAsString("optimized_prompt")).containsExactly("first");
        assertThat(second.path("next_cursor").isNull()).isTrue();
    }

    @Test
    void comeInSmallerPartsWhereTheyAreLarge() {
        for (int number = 2; number <= 25; number++) {
            history.append(group, number, "海".repeat(20_000), "海".repeat(60_000));
        }

        JsonNode page = calls.get(PATH + "/" + group + "/versions?limit=100").json();

        assertThat(page.path("items").size()).isBetween(5, 20);
        assertThat(page.path("next_cursor").isString()).isTrue();
    }

    @Test
    void belongToOneUser() {
        UUID id = history.append(group, 2, "first", "second");

        Answer answer = history.stranger.get("/api/v1/versions/" + id);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.problem()).isEqualTo("version-not-found");
    }

    @Test
    void answerTheirOlderPathsToo() {
        UUID id = history.append(group, 2, "first", "second");

        assertThat(calls.get("/api/versions/" + id).text())
                .isEqualTo(calls.get("/api/v1/versions/" + id).text());
        assertThat(calls.get("/api/prompts/" + group + "/versions")
                        .json()
                        .path("items")
                        .findValuesAsString("number"))
                .isEqualTo(List.of("2", "1"));
    }
}
