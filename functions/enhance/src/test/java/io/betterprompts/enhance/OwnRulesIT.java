package io.betterprompts.enhance;

import static io.betterprompts.enhance.EnhanceFixture.TRAIN;
import static io.betterprompts.enhance.EnhanceFixture.texts;
import static org.assertj.core.api.Assertions.assertThat;

import io.betterprompts.common.testkit.Calls.Answer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The rules in a user's settings, and in a deployment's file. */
class OwnRulesIT {

    private static final String METRIC = "Give every result in metric units, also where I wrote 60 miles";

    private final EnhanceFixture function = new EnhanceFixture();

    @Test
    void standInTheUsersSettings() {
        String before = rules(function.enhance(TRAIN).json());
        function.set(Map.of("rules", HouseRules.YAML));

        JsonNode own = function.enhance(TRAIN).json();
        JsonNode others =
                function.stranger.post("/api/v1/enhance", Map.of("text", TRAIN)).json();

        assertThat(texts(own.path("edits"), "text")).anyMatch(text -> text.startsWith(METRIC));
        assertThat(texts(others.path("edits"), "text")).noneMatch(text -> text.startsWith(METRIC));
        assertThat(rules(own)).isNotEqualTo(before);
        assertThat(rules(others)).isEqualTo(before);
        assertThat(function.versions("rule_set_hash")).containsExactly(before, rules(own));
    }

    @Test
    void standInAFileOfTheDeployment() {
        EnhanceFixture deployment =
                new EnhanceFixture(new EnhanceSettings(false, Optional.of(HouseRules.PLACE), EnhanceFixture.NO_PAGES));

        JsonNode reply = deployment.enhance(TRAIN).json();

        assertThat(texts(reply.path("edits"), "text")).anyMatch(text -> text.startsWith(METRIC));
        assertThat(rules(reply)).isNotEqualTo(rules(function.enhance(TRAIN).json()));
    }

    @Test
    void areRefusedWithLineAndReasonWhereTheyCannotBeFollowed() {
        function.set(Map.of("rules", "prefer: [few_shot]\noff: [mind_reading]"));

        Answer answer = function.enhance(TRAIN);

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.problem()).isEqualTo("own-rules-unusable");
        assertThat(answer.json().path("errors").get(0).path("pointer").asString())
                .isEqualTo("#/settings_data/rules");
        assertThat(answer.json().path("errors").get(0).path("detail").asString())
                .isEqualTo("line 2: no technique 'mind_reading'");
        assertThat(function.versions("id")).isEmpty();
    }

    @Test
    void andATechniqueThereIsNoneOfAreRefused() {
        function.set(Map.of("excluded_techniques", List.of("mind_reading")));

        assertThat(function.enhance(TRAIN)
                        .json()
                        .path("errors")
                        .get(0)
                        .path("pointer")
                        .asString())
                .isEqualTo("#/settings_data/excluded_techniques");
    }

    @Test
    void preferAndExcludeUnlessTheRequestSaysOtherwise() {
        function.set(Map.of(
                "preferred_techniques",
                List.of("emotional_appeal"),
                "excluded_techniques",
                List.of("chain_of_thought")));

        JsonNode standing = function.enhance(TRAIN).json();
        JsonNode asked = function.enhance(Map.of(
                        "text", TRAIN,
                        "prefer_techniques", List.of("chain_of_thought"),
                        "exclude_techniques", List.of("emotional_appeal")))
                .json();

        assertThat(techniques(standing)).contains("emotional_appeal").doesNotContain("chain_of_thought");
        assertThat(techniques(asked)).contains("chain_of_thought").doesNotContain("emotional_appeal");
    }

    @Test
    void areCheckedBeforeTheyAreUsed() {
        JsonNode good = check(HouseRules.YAML).json();
        Answer bad = check(HouseRules.YAML.replace("has_numbers", "has_luck"));

        assertThat(good.path("techniques").toString()).isEqualTo("[\"house_style\"]");
        assertThat(good.path("rules").toString()).isEqualTo("[\"house.units\"]");
        assertThat(good.path("off").toString()).isEqualTo("[\"emotional_appeal\"]");
        assertThat(bad.status()).isEqualTo(422);
        assertThat(bad.json().path("errors").get(0).path("pointer").asString()).isEqualTo("#/rules");
        assertThat(bad.json().path("errors").get(0).path("detail").asString())
                .isEqualTo("line 12: no signal 'has_luck'");

        function.set(Map.of("rules", HouseRules.YAML));
        assertThat(rules(function.enhance(TRAIN).json()))
                .isEqualTo(good.path("hash").asString());
    }

    private Answer check(String rules) {
        return function.calls.post("/api/v1/rules/check", Map.of("rules", rules));
    }

    private static List<String> techniques(JsonNode reply) {
        return reply.path("techniques").valueStream().map(JsonNode::asString).toList();
    }

    private static String rules(JsonNode reply) {
        return reply.path("engine").path("rules").asString();
    }
}
