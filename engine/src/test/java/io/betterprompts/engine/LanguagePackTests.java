package io.betterprompts.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.betterprompts.engine.classify.Intent;
import io.betterprompts.engine.data.Resources;
import io.betterprompts.engine.data.YamlNode;
import io.betterprompts.engine.generate.Phrasebook;
import io.betterprompts.engine.prompt.PromptParser;
import io.betterprompts.engine.select.Rule;
import io.betterprompts.engine.select.Slot;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every language has all that English has, in its own words. */
class LanguagePackTests {

    private static final Pattern VALUE = Pattern.compile("\\{(\\w+)}");
    private static final PromptParser PARSER = PromptParser.bundled();

    static Stream<String> languages() {
        return Phrasebook.languages().stream();
    }

    @Test
    void twelveLanguagesAreThere() {
        assertThat(Phrasebook.languages())
                .containsExactlyInAnyOrder("en", "es", "fr", "de", "pt", "it", "zh", "ja", "ko", "hi", "ar", "ru");
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyRuleAndSlotHasWords(String language) {
        Set<String> rules = Engines.RULES.techniques().rules().stream()
                .filter(rule -> rule.advice().isEmpty())
                .map(Rule::id)
                .collect(Collectors.toSet());
        assertThat(keys(language, "texts")).containsExactlyInAnyOrderElementsOf(rules);
        Set<String> slots = Engines.RULES.slots().all().stream().map(Slot::id).collect(Collectors.toSet());
        assertThat(keys(language, "questions")).containsExactlyInAnyOrderElementsOf(slots);
    }

    @ParameterizedTest
    @MethodSource("languages")
    void knowsTheSameCuesAndLookups(String language) {
        assertThat(cueGroups(language)).containsExactlyInAnyOrderElementsOf(cueGroups("en"));
        assertThat(keys(language, "lookups")).containsExactlyInAnyOrderElementsOf(keys("en", "lookups"));
        for (String lookup : keys("en", "lookups")) {
            assertThat(phrases(language, lookup).keySet())
                    .as(lookup)
                    .containsExactlyInAnyOrderElementsOf(phrases("en", lookup).keySet());
        }
        assertThat(directions(language)).containsExactlyInAnyOrderElementsOf(directions("en"));
    }

    /** The classifier needs no words for English. */
    @ParameterizedTest
    @MethodSource("languages")
    void everyOtherLanguageHasWordsThatAskForATask(String language) {
        boolean there = cues(language).get("names").entries().containsKey("asked");
        assertThat(there).isEqualTo(!language.equals("en"));
        if (there) {
            assertThat(cues(language).get("names").get("asked").entries().keySet())
                    .allSatisfy(label -> assertThat(Intent.of(label).label()).isEqualTo(label));
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everythingThatCanBeNamedHasAName(String language) {
        YamlNode cues = cues(language).get("names");
        YamlNode texts = texts(language);
        Set<String> forms = texts.get("nouns").get("text").entries().keySet();
        assertThat(texts.get("nouns").entries().keySet())
                .containsAll(cues.get("noun").entries().keySet())
                .contains("text", "code", "table");
        texts.get("nouns")
                .entries()
                .forEach((noun, node) ->
                        assertThat(node.entries().keySet()).as(noun).isEqualTo(forms));
        assertThat(texts.get("languages").entries().keySet())
                .containsAll(cues.get("target_language").entries().keySet());
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyTextIsInItsLanguage(String language) {
        List<String> all = texts(language).get("texts").entries().values().stream()
                .map(YamlNode::text)
                .map(text ->
                        VALUE.matcher(text).replaceAll("").replace("JSON", "").replace("null", ""))
                .toList();
        assertThat(PARSER.parse(String.join("\n", all)).language()).isEqualTo(language);
        assertThat(all)
                .allSatisfy(text ->
                        assertThat(PARSER.parse(text).language()).as(text).isIn(language, "und"));
    }

    /** A text that is in English in another pack too was not translated. */
    @ParameterizedTest
    @MethodSource("languages")
    void noTextIsLeftInEnglish(String language) {
        if (!language.equals("en")) {
            Set<String> english = values("en");
            assertThat(values(language)).doesNotContainAnyElementsOf(english);
        }
    }

    private static Set<String> values(String language) {
        return texts(language).get("texts").entries().values().stream()
                .map(YamlNode::text)
                .collect(Collectors.toSet());
    }

    private static Set<String> cueGroups(String language) {
        Set<String> groups = new HashSet<>(cues(language).get("cues").entries().keySet());
        Set<String> names = new HashSet<>(cues(language).get("names").entries().keySet());
        names.removeAll(Set.of("code_language", "asked"));
        groups.addAll(names);
        return groups;
    }

    private static Set<String> directions(String language) {
        return cues(language).get("directions").entries().keySet();
    }

    private static Map<String, YamlNode> phrases(String language, String lookup) {
        return texts(language).get("lookups").get(lookup).get("phrases").entries();
    }

    private static Set<String> keys(String language, String part) {
        return texts(language).get(part).entries().keySet();
    }

    private static YamlNode texts(String language) {
        return yaml(language, "texts");
    }

    private static YamlNode cues(String language) {
        return yaml(language, "cues");
    }

    private static YamlNode yaml(String language, String part) {
        String file = String.join("/", Arrays.asList("languages", language, part + ".yaml"));
        return YamlNode.parse(file, Resources.text(file));
    }
}
