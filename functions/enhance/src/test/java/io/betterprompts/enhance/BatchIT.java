package io.betterprompts.enhance;

import static io.betterprompts.enhance.EnhanceFixture.TRAIN;
import static org.assertj.core.api.Assertions.assertThat;

import io.betterprompts.common.testkit.Calls.Answer;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class BatchIT {

    private final EnhanceFixture function = new EnhanceFixture();

    private Answer batch(List<?> items) {
        return function.calls.post("/api/v1/enhance/batch", Map.of("items", items));
    }

    @Test
    void givesEachPromptItsResultOrItsProblem() {
        Answer answer = batch(List.of(
                Map.of("text", TRAIN),
                Map.of("text", " \n"),
                Map.of("prompt", "Name my boat"),
                Map.of("text", "Name my boat", "prefer_techniques", List.of("magic")),
                Map.of("text", "Name my boat", "history_id", "0198c5a4-7d1e-7c33-9a52-0d6a1f3f5b10"),
                Map.of("text", "Name my boat", "save", false),
                Map.of("text", "hi, how are you?")));
        JsonNode items = answer.json().path("items");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(items.valueStream().map(item -> item.path("status").asInt()))
                .containsExactly(200, 422, 422, 422, 404, 200, 200);
        assertThat(items.get(2).path("problem").path("errors").findValuesAsString("pointer"))
                .containsExactlyInAnyOrder("#/text", "#/prompt");
        assertThat(items.get(4).path("problem").path("type").asString()).isEqualTo("/problems/prompt-group-not-found");
        assertThat(items.get(5).path("result").path("id").isNull()).isTrue();
        assertThat(items.get(0).has("problem")).isFalse();
        assertThat(answer.json().path("succeeded").asInt()).isEqualTo(3);
        assertThat(answer.json().path("failed").asInt()).isEqualTo(4);
        assertThat(function.versions("original_prompt")).containsExactly(TRAIN, "hi, how are you?");
    }

    @Test
    void storesInTheOrderGiven() {
        List<Map<String, String>> items = List.of(
                Map.of("text", "Write a haiku about rain"),
                Map.of("text", "Write a haiku about snow"),
                Map.of("text", "Write a haiku about fog"));

        JsonNode reply = batch(items).json();

        assertThat(function.versions("original_prompt"))
                .containsExactly("Write a haiku about rain", "Write a haiku about snow", "Write a haiku about fog");
        assertThat(reply.path("items").valueStream().map(item -> item.path("result")))
                .extracting(result -> result.path("original_text").asString())
                .containsExactlyElementsOf(function.versions("original_prompt"));
    }

    @Test
    void tellsOfADatabaseThatFailsWithoutLosingWhatWasDone() {
        function.database
                .db()
                .sql("alter table prompts.versions add constraint no_boats check (original_prompt not like '%boat%')")
                .update();

        JsonNode items = batch(
                        List.of(Map.of("text", TRAIN), Map.of("text", "Name my boat"), Map.of("text", "Name my dog")))
                .json()
                .path("items");

        assertThat(items.valueStream().map(item -> item.path("status").asInt())).containsExactly(200, 500, 200);
        assertThat(function.versions("original_prompt")).containsExactly(TRAIN, "Name my dog");
    }

    @Test
    void takesFiftyPromptsAndNoMore() {
        Map<String, Object> item = Map.of("text", "Name my boat", "save", false);

        assertThat(batch(Collections.nCopies(50, item)).json().path("succeeded").asInt())
                .isEqualTo(50);
        assertThat(batch(Collections.nCopies(51, item)).status()).isEqualTo(422);
        assertThat(batch(List.of()).status()).isEqualTo(422);
    }
}
