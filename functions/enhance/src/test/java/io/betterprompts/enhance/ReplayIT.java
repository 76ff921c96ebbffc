package io.betterprompts.enhance;

import static io.betterprompts.enhance.EnhanceFixture.TRAIN;
import static io.betterprompts.enhance.EnhanceFixture.texts;
import static org.assertj.core.api.Assertions.assertThat;

import io.betterprompts.common.testkit.Calls.Answer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ReplayIT {

    private static final String HAIKU = "Write a haiku about rain for my grandmother";

    private final EnhanceFixture function = new EnhanceFixture();

    @BeforeEach
    void fillTheHistory() {
        function.enhance(HAIKU);
        function.enhance(Map.of("text", TRAIN, "target_model", "gpt-4o"));
        function.enhance("hi, how are you?");
        function.stranger.post("/api/v1/enhance", Map.of("text", "Prove that 3 is odd."));
    }

    private Answer replay(String query, String rules) {
        return function.calls.post("/api/v1/rules/replay" + query, Map.of("rules", rules));
    }

    @Test
    void tellsWhatWouldChange() {
        JsonNode replay = replay("", HouseRules.YAML.replace("[emotional_appeal]", "[chain_of_thought]"))
                .json();
        JsonNode items = replay.path("items");
        JsonNode train = items.get(1);

        assertThat(texts(items, "title")).containsExactly("hi, how are you?", TRAIN, HAIKU);
        assertThat(items.valueStream().map(item -> item.path("changed").asBoolean()))
                .containsExactly(false, true, false);
        assertThat(train.path("techniques").toString())
                .isEqualTo("{\"added\":[\"house_style\"],\"removed\":[\"chain_of_thought\"]}");
        assertThat(texts(train.path("edits").path("added"), "text"))
                .singleElement()
                .asString()
                .startsWith("Give every result in metric units");
        assertThat(texts(train.path("edits").path("removed"), "rule")).containsExactly("reasoning.numbers");
        assertThat(replay.path("totals").path("prompts").asInt()).isEqualTo(3);
        assertThat(replay.path("totals").path("changed").asInt()).isEqualTo(1);
        assertThat(replay.path("totals").path("techniques").toString())
                .isEqualTo("{\"chain_of_thought\":{\"added\":0,\"removed\":1},"
                        + "\"house_style\":{\"added\":1,\"removed\":0}}");
        assertThat(replay.path("rules").path("current"))
                .isNotEqualTo(replay.path("rules").path("candidate"));
    }

    @Test
    void tellsOfPromptsThatWouldBeLeftAlone() {
        JsonNode techniques = function.anyone.get("/api/v1/techniques").json().path("items");
        String all = String.join(", ", texts(techniques, "id").toList());

        JsonNode totals = replay("", "off: [" + all + "]").json().path("totals");

        assertThat(totals.path("newly_unchanged").asInt()).isEqualTo(2);
        assertThat(totals.path("newly_enhanced").asInt()).isZero();
        assertThat(totals.path("added_tokens").path("candidate").asInt()).isZero();
        assertThat(totals.path("added_tokens").path("current").asInt()).isPositive();
    }

    @Test
    void changesNothing() {
        List<String> before = function.versions("revision");

        replay("", HouseRules.YAML);

        assertThat(function.versions("revision")).isEqualTo(before);
        assertThat(texts(function.enhance(TRAIN).json().path("edits"), "rule")).doesNotContain("house.units");
    }

    @Test
    void comesInParts() {
        JsonNode first = replay("?limit=2", HouseRules.YAML).json();
        JsonNode second = replay("?limit=2&cursor=" + first.path("next_cursor").asString(), HouseRules.YAML)
                .json();

        assertThat(texts(first.path("items"), "title")).containsExactly("hi, how are you?", TRAIN);
        assertThat(texts(second.path("items"), "title")).containsExactly(HAIKU);
        assertThat(second.path("next_cursor").isNull()).isTrue();
        assertThat(replay("?cursor=nonsense", HouseRules.YAML).status()).isEqualTo(422);
        assertThat(replay("?limit=51", HouseRules.YAML).status()).isEqualTo(422);
    }

    @Test
    void refusesRulesThatCannotBeFollowed() {
        Answer answer = replay("", "rules: 7");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().path("errors").get(0).path("detail").asString())
                .isEqualTo("line 1: expected a list");
    }

    @Test
    void refusesRulesWithoutWhatTheSettingsName() {
        function.set(Map.of("rules", HouseRules.YAML, "preferred_techniques", List.of("house_style")));

        assertThat(replay("", "off: [react]")
                        .json()
                        .path("errors")
                        .get(0)
                        .path("detail")
                        .asString())
                .contains("house_style");
    }
}
