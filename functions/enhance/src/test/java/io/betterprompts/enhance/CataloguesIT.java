package io.betterprompts.enhance;

import static io.betterprompts.enhance.EnhanceFixture.texts;
import static org.assertj.core.api.Assertions.assertThat;

import io.betterprompts.common.testkit.Calls.Answer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class CataloguesIT {

    private static final String TECHNIQUES = "/api/v1/techniques";
    private static final String INTENTS = "/api/v1/intents";

    private final EnhanceFixture function = new EnhanceFixture();

    @Test
    void showEachTechniqueWithItsEvidence() {
        JsonNode list = function.anyone.get(TECHNIQUES).json();
        JsonNode cot = item(list, "chain_of_thought");

        assertThat(list.path("rules").asString()).matches("[0-9a-f]{12}");
        assertThat(list.path("budgets").path("reasoning").path("edits").asInt()).isPositive();
        assertThat(cot.path("evidence")).isNotEmpty();
        assertThat(cot.path("finding").asString()).isNotEmpty();
        assertThat(cot.path("off").asBoolean()).isFalse();
        assertThat(cot.path("rules")
                        .valueStream()
                        .map(rule -> rule.path("model_classes").toString()))
                .isNotEmpty()
                .noneMatch(classes -> classes.contains("\"reasoning\""));
    }

    @Test
    void showAConflictAtBothTechniques() {
        JsonNode list = function.anyone.get(TECHNIQUES).json();

        assertThat(item(list, "chain_of_thought").path("conflicts").toString()).contains("\"zero_shot\"");
        assertThat(item(list, "zero_shot").path("conflicts").toString()).contains("\"chain_of_thought\"");
    }

    @Test
    void showTheGatesOfARule() {
        function.set(Map.of("rules", HouseRules.YAML));

        JsonNode rule = item(function.calls.get(TECHNIQUES).json(), "house_style")
                .path("rules")
                .get(0);

        assertThat(rule.path("id").asString()).isEqualTo("house.units");
        assertThat(rule.path("priority").asInt()).isEqualTo(95);
        assertThat(rule.path("intents").toString()).isEqualTo("[\"reasoning\"]");
        assertThat(rule.path("model_classes")).hasSize(3);
        assertThat(rule.path("when").toString()).isEqualTo("[{\"any_of\":[\"has_numbers\"],\"meaning\":\"a number\"}]");
        assertThat(rule.path("unless")).isEmpty();
        assertThat(rule.path("position").asString()).isEqualTo("after");
        assertThat(rule.path("text").asString())
                .isEqualTo("Give every result in metric units, also where I wrote {numbers}.");
        assertThat(rule.path("language").asString()).isEqualTo("en");
        assertThat(rule.path("cost").asInt()).isBetween(10, 25);
        assertThat(rule.path("evidence").toString()).isEqualTo("[\"our handbook\"]");
    }

    @Test
    void showAdviceInPlaceOfAText() {
        JsonNode rule = item(function.anyone.get(TECHNIQUES).json(), "self_consistency")
                .path("rules")
                .get(0);

        assertThat(rule.path("advice").asString()).isNotEmpty();
        assertThat(rule.path("text").isNull()).isTrue();
        assertThat(rule.path("cost").asInt()).isZero();
    }

    @Test
    void showWhatACallersOwnRulesAndSettingsMakeOfThem() {
        function.set(Map.of(
                "rules", HouseRules.YAML,
                "preferred_techniques", List.of("analogical"),
                "excluded_techniques", List.of("role_play")));

        JsonNode own = function.calls.get(TECHNIQUES).json();
        JsonNode intents = function.calls.get(INTENTS).json();

        assertThat(item(own, "house_style").path("title").asString()).isEqualTo("House style");
        assertThat(item(own, "emotional_appeal").path("off").asBoolean()).isTrue();
        assertThat(item(own, "analogical").path("preferred").asBoolean()).isTrue();
        assertThat(item(own, "role_play").path("excluded").asBoolean()).isTrue();
        assertThat(item(intents, "reasoning")
                        .path("techniques")
                        .path("standard")
                        .toString())
                .contains("house_style");
        assertThat(item(intents, "reasoning").path("never").toString()).contains("emotional_appeal");
        assertThat(texts(function.anyone.get(TECHNIQUES).json().path("items"), "id"))
                .doesNotContain("house_style");
    }

    @Test
    void showWhatEachIntentCanGetAndNeverGets() {
        JsonNode list = function.anyone.get(INTENTS).json();
        JsonNode reasoning = item(list, "reasoning");

        assertThat(list.path("items")).hasSize(14);
        assertThat(reasoning.path("meaning").asString()).startsWith("Maths");
        assertThat(reasoning.path("techniques").path("standard").toString()).contains("chain_of_thought");
        assertThat(reasoning.path("techniques").path("reasoning").toString())
                .contains("zero_shot")
                .doesNotContain("chain_of_thought");
        assertThat(reasoning.path("on_request").toString()).contains("plan_and_solve");
        assertThat(reasoning.path("never").toString()).contains("role_play");
        assertThat(item(list, "conversation").path("left_alone").asBoolean()).isTrue();
        assertThat(item(list, "conversation").path("techniques").path("standard"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {TECHNIQUES, INTENTS})
    void areFetchedAgainOnlyWhenTheyChanged(String path) {
        Answer shared = function.anyone.get(path);
        Answer again = function.anyone.send("GET", path, null, Map.of("if-none-match", shared.header("etag")));
        function.set(Map.of("rules", HouseRules.YAML));
        Answer own = function.calls.send("GET", path, null, Map.of("if-none-match", shared.header("etag")));

        assertThat(shared.header("cache-control")).isEqualTo("public, max-age=300");
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.text()).isEmpty();
        assertThat(again.header("etag")).isEqualTo(shared.header("etag"));
        assertThat(own.status()).isEqualTo(200);
        assertThat(own.header("cache-control")).isEqualTo("private, no-cache");
        assertThat(own.header("vary")).contains("authorization");
    }

    private static JsonNode item(JsonNode list, String id) {
        return list.path("items")
                .valueStream()
                .filter(item -> item.path("id").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
