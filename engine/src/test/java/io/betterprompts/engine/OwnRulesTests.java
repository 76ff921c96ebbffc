package io.betterprompts.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.betterprompts.engine.classify.Intent;
import io.betterprompts.engine.data.InvalidRules;
import io.betterprompts.engine.generate.Edit;
import io.betterprompts.engine.select.Gate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnRulesTests {

    private static final String OWN = """
            off: [chain_of_thought]
            prefer: [emotional_appeal]
            techniques:
              - id: house_style
                title: House style
                summary: How we write here.
                evidence: ["our handbook"]
            rules:
              - id: house.units
                technique: house_style
                priority: 85
                intents: [reasoning]
                when: [has_numbers]
                reason: Our readers use metric units.
                text:
                  en: Give every result in metric units, also where I wrote {numbers}.
                  de: Gib jedes Ergebnis in metrischen Einheiten an, auch wo {numbers} steht.
            """;
    private static final String TRAIN = "A train travels 60 miles in 45 minutes. How far does it go in 2 hours?";

    @Test
    void addToTheBundledOnes() {
        RuleSet rules = Engines.RULES.with("own.yaml", OWN);
        PromptEnhancer enhancer = Engines.sureOf(Intent.REASONING).with(rules);
        Enhancement result = enhancer.enhance(EnhancementRequest.of(TRAIN));
        assertThat(result.edits())
                .extracting(Edit::text)
                .contains("Give every result in metric units, also where I wrote 60 miles, 45 minutes and 2 hours.");
        assertThat(result.techniques())
                .contains("house_style", "emotional_appeal")
                .doesNotContain("chain_of_thought");
        assertThat(result.whyNot())
                .filteredOn(miss -> miss.technique().equals("chain_of_thought"))
                .singleElement()
                .satisfies(miss -> assertThat(miss.gate()).isEqualTo(Gate.EXCLUDED));
        assertThat(enhancer.enhance(EnhancementRequest.of(result.enhancedText()))
                        .enhancedText())
                .isEqualTo(result.enhancedText());
    }

    @Test
    void haveAHashOfTheirOwn() {
        RuleSet rules = Engines.RULES.with("own.yaml", OWN);
        assertThat(rules.hash())
                .isNotEqualTo(Engines.RULES.hash())
                .isEqualTo(Engines.RULES.with("other-name.yaml", OWN).hash())
                .isNotEqualTo(Engines.RULES.with("own.yaml", OWN + "# more").hash());
    }

    @Test
    void leaveTheBundledOnesAsTheyWere() {
        Engines.RULES.with("own.yaml", OWN);
        assertThat(Engines.RULES.techniques().byId()).doesNotContainKey("house_style");
        assertThat(Engines.enhance(Intent.REASONING, TRAIN).techniques()).contains("chain_of_thought");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            off: [chain_of_thought]  | off: [mind_reading]            | 1  | no technique 'mind_reading'
            prefer: [emotional_appeal] | favour: [few_shot]           | 2  | unknown key 'favour'
            id: house_style          | id: few_shot                   | 4  | the technique 'few_shot' stands twice
            id: house.units          | id: reasoning.verify           | 9  | the rule 'reasoning.verify' stands twice
            when: [has_numbers]      | when: [has_luck]               | 13 | no signal 'has_luck'
            wrote {numbers}          | wrote {luck}                   | 16 | nothing is known by the name 'luck'
            wrote {numbers}          | wrote {numbers                 | 16 | closed braces
            en: Give every result in metric units, also where I wrote {numbers}. | en: 'To {numbers}.' | 16 | too few words
            de: Gib                  | nl: Gib                        | 17 | no texts in the language 'nl'
            de: Gib jedes Ergebnis in metrischen Einheiten an, auch wo {numbers} steht. | de: Give all of the results in metric units please. | 17 | but in 'en'
            """)
    void areRefusedWithLineAndReason(String right, String wrong, int line, String problem) {
        String broken = OWN.replace(right, wrong);
        assertThatThrownBy(() -> Engines.RULES.with("own.yaml", broken))
                .isInstanceOf(InvalidRules.class)
                .hasMessageStartingWith("own.yaml:" + line + ": ")
                .hasMessageContaining(problem);
    }

    @Test
    void areRefusedWhereNoYamlCanBeRead() {
        assertThatThrownBy(() -> Engines.RULES.with("own.yaml", OWN + "# \u0007"))
                .isInstanceOf(InvalidRules.class)
                .hasMessage("own.yaml:" + (OWN.lines().count() + 1) + ": the character U+0007 may not stand in YAML");
        assertThatThrownBy(() -> Engines.RULES.with("own.yaml", "[".repeat(500)))
                .isInstanceOf(InvalidRules.class)
                .hasMessageStartingWith("own.yaml:1: ");
    }
}
