package io.betterprompts.history;

import static io.betterprompts.history.HistoryFixture.PATH;
import static org.assertj.core.api.Assertions.assertThat;

import io.betterprompts.common.testkit.Calls;
import io.betterprompts.common.testkit.Calls.Answer;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class LabelsIT {

    private final HistoryFixture history = new HistoryFixture();
    private final Calls calls = history.calls;
    private final String group = history.create("first");
    private final UUID second = history.append(group, 2, "first", "second");
    private final String labels = PATH + "/" + group + "/labels";
    private final String production = labels + "/production";

    @Test
    void pointAtAVersion() {
        Answer answer = calls.put(production, Map.of("version_id", second));
        JsonNode label = answer.json();

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("location")).isEqualTo(production);
        assertThat(answer.header("etag")).isEqualTo("\"1\"");
        assertThat(label.propertyNames())
                .containsExactly(
                        "history_id",
                        "name",
                        "version_id",
                        "version_number",
                        "version",
                        "created_at",
                        "updated_at",
                        "target");
        assertThat(label.path("target").path("optimized_prompt").asString()).isEqualTo("second");
        assertThat(calls.get(production).text()).isEqualTo(answer.text());
    }

    @Test
    void stayWhereTheyAreWhileVersionsAreAdded() {
        calls.put(production, Map.of("version_number", 2));
        calls.post(PATH + "/" + group + "/versions", Map.of("optimized_prompt", "third"));

        assertThat(text()).isEqualTo("second");
    }

    @Test
    void areMovedForwardAndBack() {
        calls.put(production, Map.of("version_number", 1));
        Answer moved = calls.put(production, Map.of("version_number", 2));
        assertThat(moved.status()).isEqualTo(200);
        assertThat(moved.header("etag")).isEqualTo("\"2\"");
        assertThat(text()).isEqualTo("second");

        calls.put(production, Map.of("version_number", 1));

        assertThat(text()).isEqualTo("first");
    }

    @Test
    void areNotSentAgainWhileTheyStay() {
        calls.put(production, Map.of("version_number", 1));
        Map<String, String> known = Map.of("if-none-match", "\"1\"");

        Answer same = calls.send("GET", production, null, known);
        calls.put(production, Map.of("version_number", 2));
        Answer other = calls.send("GET", production, null, known);

        assertThat(same.status()).isEqualTo(304);
        assertThat(same.text()).isEmpty();
        assertThat(other.status()).isEqualTo(200);
        assertThat(other.header("etag")).isEqualTo("\"2\"");
    }

    @Test
    void areListedByNameInParts() {
        for (String name : List.of("staging", "Beta", "production")) {
            calls.put(labels + "/" + name, Map.of("version_number", 1));
        }

        JsonNode first = calls.get(labels + "?limit=2").json();
        JsonNode rest = calls.get(
                        labels + "?limit=2&cursor=" + first.path("next_cursor").asString())
                .json();

        assertThat(first.path("items").findValuesAsString("name")).containsExactly("Beta", "production");
        assertThat(rest.path("items").findValuesAsString("name")).containsExactly("staging");
    }

    @Test
    void areTakenAwayAndMadeAnew() {
        calls.put(production, Map.of("version_number", 1));

        assertThat(calls.delete(production).status()).isEqualTo(204);
        assertThat(calls.get(production).problem()).isEqualTo("label-not-found");
        assertThat(calls.delete(production).problem()).isEqualTo("label-not-found");
        assertThat(calls.get(labels).json().path("items")).isEmpty();
        Answer anew = calls.put(production, Map.of("version_number", 2));

        assertThat(anew.status()).isEqualTo(201);
        assertThat(anew.header("etag")).isEqualTo("\"3\"");
    }

    @Test
    void stayAsTheyAreWhereTheWriterKnowsAnotherVersion() {
        calls.put(production, Map.of("version_number", 1));
        calls.put(production, Map.of("version_number", 2));
        Map<String, String> stale = Map.of("if-match", "\"1\"");

        assertThat(List.of(
                        calls.send("PUT", production, Map.of("version_number", 1), stale),
                        calls.send("DELETE", production, null, stale)))
                .allSatisfy(answer -> {
                    assertThat(answer.problem()).isEqualTo("precondition-failed");
                    assertThat(answer.header("etag")).isEqualTo("\"2\"");
                    assertThat(answer.json()
                                    .path("current")
                                    .path("version_number")
                                    .asInt())
                            .isEqualTo(2);
                });
        assertThat(text()).isEqualTo("second");
    }

    @Test
    void pointAtVersionsOfTheirOwnGroupAlone() {
        UUID foreign = history.append(history.create("other"), 2, "other", "other");

        assertThat(calls.put(production, Map.of("version_id", foreign)).status())
                .isEqualTo(422);
        assertThat(calls.put(production, Map.of("version_number", 3)).status()).isEqualTo(422);
        assertThat(calls.put(production, Map.of("version_number", 1, "version_id", second))
                        .status())
                .isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a%20b", "a:b", "%C3%BC"})
    void refuseNamesThatDoNotStandInAPathAsTheyAre(String name) {
        assertThat(calls.put(labels + "/" + name, Map.of("version_number", 1)).status())
                .isEqualTo(422);
    }

    @Test
    void goWithTheirGroupAndBelongToItsOwner() {
        calls.put(production, Map.of("version_number", 1));

        assertThat(List.of(
                        history.stranger.get(production),
                        history.stranger.get(labels),
                        history.stranger.put(production, Map.of("version_number", 1)),
                        history.stranger.delete(production)))
                .extracting(Answer::problem)
                .containsOnly("prompt-group-not-found");
        calls.delete(PATH + "/" + group);

        assertThat(calls.get(production).problem()).isEqualTo("prompt-group-not-found");
    }

    private String text() {
        return calls.get(production)
                .json()
                .path("target")
                .path("optimized_prompt")
                .asString();
    }
}
