package io.betterprompts.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The interface's words: the same in each language, none missing, none left over. */
class InterfaceWordsTests {

    private static final Pattern PLACE = Pattern.compile("(?<!\\{)\\{(\\w+)}(?!})");
    private static final Pattern ASKED_FOR = Pattern.compile("\\bt\\('([^']+)'");
    private static final Pattern NAMED = Pattern.compile("'([a-z]\\w*(?:\\.[\\w-]+)+)'");
    private static final Pattern PUT_TOGETHER = Pattern.compile("`([a-z]\\w*\\.[\\w.]*)\\$\\{");
    private static final Pattern COUNTED = Pattern.compile("\\.(one|other)$");

    private static Map<String, String> words(String language) {
        String json = ConsoleSources.text(ConsoleSources.ROOT.resolve("assets/i18n/" + language + ".json"));
        return JsonMapper.shared().readValue(json, new TypeReference<>() {});
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "es"})
    void areTheSameInEachLanguage(String language) {
        Map<String, String> english = words("en");
        Map<String, String> translated = words(language);

        assertThat(translated.keySet()).isEqualTo(english.keySet());
        assertThat(translated).allSatisfy((key, text) -> {
            assertThat(text).isNotBlank();
            assertThat(places(text)).as(key).isEqualTo(places(english.getOrDefault(key, "")));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "es"})
    void areTranslated(String language) {
        Map<String, String> english = words("en");
        Map<String, String> translated = words(language);

        long equal = translated.entrySet().stream()
                .filter(word -> word.getValue().equals(english.get(word.getKey())))
                .count();

        assertThat(equal).isLessThan(english.size() / 10);
    }

    @Test
    void offerTheLanguagesThereAre() {
        List<String> there = ConsoleSources.withEnding(".json").stream()
                .map(file -> file.getFileName().toString().replace(".json", ""))
                .toList();

        assertThat(ConsoleSources.text(ConsoleSources.ROOT.resolve("assets/js/lib/i18n.js")))
                .contains("LANGUAGES = { en: 'English', de: 'Deutsch', es: 'Español' }");
        assertThat(there).containsExactlyInAnyOrder("en", "de", "es");
    }

    @Test
    void areThereForEachKeyThatTheScriptsAskFor() {
        Set<String> known = words("en").keySet().stream()
                .flatMap(key -> Stream.of(key, COUNTED.matcher(key).replaceFirst("")))
                .collect(Collectors.toSet());

        assertThat(found(ASKED_FOR)).hasSizeGreaterThan(200).allMatch(known::contains);
    }

    @Test
    void areAllAskedFor() {
        Set<String> named = found(NAMED);
        Set<String> beginnings = found(PUT_TOGETHER);

        Set<String> leftOver = words("en").keySet().stream()
                .map(key -> COUNTED.matcher(key).replaceFirst(""))
                .filter(key -> !named.contains(key) && beginnings.stream().noneMatch(key::startsWith))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(leftOver).isEmpty();
    }

    @Test
    void countInEachForm() {
        Set<String> keys = words("en").keySet();

        assertThat(keys)
                .filteredOn(key -> key.endsWith(".one"))
                .allSatisfy(key -> assertThat(keys).contains(key.replace(".one", ".other")));
    }

    private static Set<String> places(String text) {
        return PLACE.matcher(text).results().map(match -> match.group(1)).collect(Collectors.toSet());
    }

    private static Set<String> found(Pattern pattern) {
        return pattern.matcher(ConsoleSources.allScripts())
                .results()
                .map((MatchResult match) -> match.group(1))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
