package io.betterprompts.enhance;

import static io.betterprompts.enhance.EnhanceFixture.TRAIN;
import static org.assertj.core.api.Assertions.assertThat;

import io.betterprompts.engine.EnhancementRequest;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class RecentEnhancementsIT {

    private final EnhanceFixture function = new EnhanceFixture();

    @Test
    void answerTheSameRequestWithTheSameReplyAsAVersionOfItsOwn() {
        ObjectNode first = (ObjectNode) function.enhance(full()).json();
        ObjectNode second = (ObjectNode) function.enhance(full()).json();

        assertThat(first.path("cached").asBoolean()).isFalse();
        assertThat(second.path("cached").asBoolean()).isTrue();
        assertThat(second.path("id")).isNotEqualTo(first.path("id"));
        assertThat(function.versions("number")).containsExactly("1", "1");
        List<String> own = List.of("id", "history_id", "cached");
        assertThat(second.remove(own)).isEqualTo(first.remove(own));
    }

    static List<Map<String, Object>> others() {
        return List.of(
                Map.of("text", TRAIN + " "),
                Map.of("target_model", "o3"),
                Map.of("model_class", "small"),
                Map.of("prefer_techniques", List.of("emotional_appeal")),
                Map.of("exclude_techniques", List.of("verification")),
                Map.of("max_added_tokens", 21),
                Map.of("context", Map.of("audience", "pilots")),
                Map.of("answers", Map.of("audience", "pilots")));
    }

    @ParameterizedTest
    @MethodSource("others")
    void areNotThoseOfAnotherRequest(Map<String, Object> other) {
        function.enhance(full());
        Map<String, Object> changed = full();
        changed.putAll(other);

        assertThat(isCached(function.enhance(changed).json())).isFalse();
        assertThat(isCached(function.enhance(changed).json())).isTrue();
    }

    @Test
    void areNotThoseOfOtherRules() {
        function.enhance(TRAIN);
        function.set(Map.of("rules", HouseRules.YAML));

        assertThat(isCached(function.enhance(TRAIN).json())).isFalse();
    }

    @Test
    void areNotThoseOfSomebodyElse() {
        function.enhance(TRAIN);

        assertThat(isCached(function.stranger
                        .post("/api/v1/enhance", Map.of("text", TRAIN))
                        .json()))
                .isFalse();
    }

    @Test
    void keepNothingThatIsNotToBeStored() {
        Map<String, Object> unsaved = Map.of("text", TRAIN, "save", false);

        function.enhance(unsaved);

        assertThat(isCached(function.enhance(unsaved).json())).isFalse();
        assertThat(isCached(function.enhance(TRAIN).json())).isFalse();
    }

    @Test
    void answerWhatIsNotToBeSavedFromWhatWas() {
        function.enhance(TRAIN);
        JsonNode repeated =
                function.enhance(Map.of("text", TRAIN, "save", false)).json();

        assertThat(isCached(repeated)).isTrue();
        assertThat(repeated.path("id").isNull()).isTrue();
        assertThat(function.versions("number")).containsExactly("1");
    }

    @Test
    void areForgottenAfterAWhile() {
        function.enhance(TRAIN);
        function.clock.pass(RecentEnhancements.KEPT.plus(Duration.ofSeconds(1)));

        assertThat(isCached(function.enhance(TRAIN).json())).isFalse();
    }

    @Test
    void areMadeAnewWhereWhatIsKeptCannotBeRead() {
        PersonalEngine engine =
                new PersonalEngine(EnhanceFixture.engines(function.database, 1).deployed(), OwnSettings.NONE);
        String key = EnhancementKey.of(function.user, engine, EnhancementRequest.of(TRAIN));
        function.cache.put(key, "{\"verdict\":\"enhanced\"}", RecentEnhancements.KEPT);

        assertThat(function.enhance(TRAIN).json().path("edits")).isNotEmpty();
        assertThat(isCached(function.enhance(TRAIN).json())).isTrue();
    }

    private static boolean isCached(JsonNode reply) {
        return reply.path("cached").asBoolean();
    }

    private static Map<String, Object> full() {
        return new HashMap<>(Map.of(
                "text", TRAIN,
                "target_model", "gpt-4o",
                "prefer_techniques", List.of("analogical", "plan_and_solve"),
                "exclude_techniques", List.of("verification", "react"),
                "max_added_tokens", 120,
                "context",
                        Map.of("audience", "engine drivers", "examples", List.of(Map.of("input", "a", "output", "b"))),
                "answers", Map.of("audience", "engine drivers")));
    }
}
