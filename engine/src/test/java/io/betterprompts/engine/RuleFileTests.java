package io.betterprompts.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.betterprompts.engine.data.InvalidRules;
import io.betterprompts.engine.data.Resources;
import io.betterprompts.engine.data.YamlNode;
import io.betterprompts.engine.prompt.PromptParser;
import io.betterprompts.engine.select.Technique;
import io.betterprompts.engine.select.Techniques;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleFileTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            priority: 90                       | priority: high                   | a whole number, not 'high'
            priority: 90                       | prority: 90                      | unknown key 'prority'
            technique: delimiters              | technique: fences                | no technique 'fences'
            intents: [reasoning]               | intents: [thinking]              | one of the intents, not 'thinking'
            models: [standard, small]          | models: [standard, tiny]         | one of the models, not 'tiny'
            when: [undelimited, has_boundary]  | when: [undelimited, boundless]   | no signal 'boundless'
            opt_in: true                       | opt_in: yes                      | true or false, not 'yes'
            id: audience.state                 | id: material.boundary            | the rule 'material.boundary' stands twice
            conflicts: [few_shot               | conflicts: [some_shot            | no technique 'some_shot'
            leave_alone: [conversation]        | leave_alone: [small_talk]        | not 'small_talk'
            """)
    void aMistakeIsRefusedWithItsLine(String right, String wrong, String problem) {
        String yaml = Resources.text("techniques.yaml");
        int line = 1 + (int) yaml.substring(0, yaml.indexOf(right)).lines().count() - 1;
        assertThatThrownBy(() -> read(yaml.replaceFirst(java.util.regex.Pattern.quote(right), wrong)))
                .isInstanceOf(InvalidRules.class)
                .hasMessageContaining(problem)
                .hasMessageMatching("(?s)techniques.yaml:\\d+: .*")
                .satisfies(e -> assertThat(lineOf(e)).isBetween(line - 2, line + 1));
    }

    @Test
    void brokenYamlIsRefusedWithItsLine() {
        assertThatThrownBy(() -> YamlNode.parse("own.yaml", "rules:\n  - id: [a\nb: c\n"))
                .isInstanceOf(InvalidRules.class)
                .hasMessageStartingWith("own.yaml:3: ");
    }

    @Test
    void aKeyThatStandsTwiceIsRefused() {
        YamlNode node = YamlNode.parse("own.yaml", "a: 1\nb: 2\na: 3\n");
        assertThatThrownBy(node::entries)
                .isInstanceOf(InvalidRules.class)
                .hasMessage("own.yaml:3: the key 'a' stands twice");
    }

    @Test
    void theTwelveTechniquesAreThere() {
        assertThat(Engines.RULES.techniques().byId().keySet())
                .contains(
                        "zero_shot",
                        "few_shot",
                        "chain_of_thought",
                        "step_by_step",
                        "structured_output",
                        "role_play",
                        "constraints",
                        "analogical",
                        "emotional_appeal",
                        "self_consistency",
                        "tree_of_thoughts",
                        "react");
    }

    @Test
    void eachTechniqueHasEvidenceAndARule() {
        Set<String> used = new HashSet<>();
        Engines.RULES.techniques().rules().forEach(rule -> used.add(rule.technique()));
        assertThat(Engines.RULES.techniques().byId().values()).allSatisfy(technique -> {
            assertThat(technique.evidence()).isNotEmpty();
            assertThat(used).contains(technique.id());
        });
        assertThat(Engines.RULES.techniques().byId().values())
                .extracting(Technique::summary)
                .doesNotHaveDuplicates();
    }

    @Test
    void theHashNamesTheWholeRuleSet() {
        assertThat(Engines.RULES.hash())
                .matches("[0-9a-f]{12}")
                .isEqualTo(RuleSet.bundled().hash());
    }

    private static Techniques read(String yaml) {
        Set<String> vocabulary = new HashSet<>(PromptParser.bundled().vocabulary());
        vocabulary.addAll(UserInput.vocabulary());
        vocabulary.addAll(Engines.RULES.slots().signals());
        return Techniques.read(YamlNode.parse("techniques.yaml", yaml), vocabulary);
    }

    private static int lineOf(Throwable e) {
        return Integer.parseInt(String.valueOf(e.getMessage()).split(":", 3)[1]);
    }
}
