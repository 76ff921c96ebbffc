package io.betterprompts.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.betterprompts.common.testkit.Calls;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class DifferenceIT {

    private final HistoryFixture history = new HistoryFixture();
    private final Calls calls = history.calls;
    private final String group = history.create("x");
    private final UUID second = history.append(group, 2, "Write a poem.", "Write a poem of the sea.");
    private final UUID third = history.append(group, 3, "Write a poem.", "Write a song of the sea.");

    @Test
    void isToldWordByWord() {
        JsonNode difference = diff(third, second.toString());

        assertThat(difference.path("from").path("number").asInt()).isEqualTo(2);
        assertThat(difference.path("to").path("number").asInt()).isEqualTo(3);
        assertThat(difference.path("operations").toString()).isEqualTo("""
            [{"op":"equal","text":"Write a "},{"op":"delete","text":"poem"},{"op":"insert","text":"song"},\
            {"op":"equal","text":" of the sea."}]\
            """);
    }

    @Test
    void isToldAsUnifiedText() {
        assertThat(diff(third, second.toString()).path("unified").asString()).isEqualTo("""
            --- version-2/optimized_prompt
            +++ version-3/optimized_prompt
            @@ -1,1 +1,1 @@
            -Write a poem of the sea.
            +Write a song of the sea.\
            """);
    }

    @Test
    void isToldOfTheOriginalToo() {
        JsonNode difference = diff(second, "original");

        assertThat(difference.path("from").path("field").asString()).isEqualTo("original_prompt");
        assertThat(difference.path("operations").get(1).toString())
                .isEqualTo("{\"op\":\"insert\",\"text\":\" of the sea\"}");
    }

    @Test
    void isEmptyBetweenEqualTexts() {
        JsonNode difference = diff(second, second.toString());

        assertThat(difference.path("operations").size()).isEqualTo(1);
        assertThat(difference.path("unified").asString()).isEmpty();
    }

    @Test
    void needsSomethingToCompareWith() {
        assertThat(calls.get("/api/v1/versions/" + second + "/diff").status()).isEqualTo(422);
        assertThat(calls.get("/api/v1/versions/" + second + "/diff?against=x").status())
                .isEqualTo(422);
        assertThat(calls.get("/api/v1/versions/" + second + "/diff?against=" + UUID.randomUUID())
                        .problem())
                .isEqualTo("version-not-found");
    }

    private JsonNode diff(UUID version, String against) {
        return calls.get("/api/v1/versions/" + version + "/diff?against=" + against)
                .json();
    }
}
