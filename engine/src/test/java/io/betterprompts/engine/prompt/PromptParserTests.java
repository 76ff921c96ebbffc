package io.betterprompts.engine.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import io.betterprompts.engine.prompt.Span.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PromptParserTests {

    private static final PromptParser PARSER = PromptParser.bundled();

    @ParameterizedTest
    @ValueSource(strings = {"{{name}}", "{name}", "${name}", "%s", "<name>", "[your name]", "{{ user.name }}"})
    void findsPlaceholders(String placeholder) {
        ParsedPrompt prompt = PARSER.parse("Write to " + placeholder + " about the bill.");
        assertThat(prompt.detail("placeholders")).containsExactly(placeholder);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "see [the docs](https://x.org)",
                "a <div> and a <br>",
                "100%sure",
                "- [ ] todo",
                "a[index] = 1",
                "{\"key\": 1}",
                "<note>text</note>",
                "as in [12]",
                "50% of it"
            })
    void whatOnlyLooksLikeAPlaceholderIsNone(String text) {
        assertThat(texts(PARSER.parse(text), Kind.PLACEHOLDER)).isEmpty();
    }

    @Test
    void nestedFencesAreOneBlock() {
        String block = "````md\n```\nx {y}\n```\n````";
        ParsedPrompt prompt = PARSER.parse("Explain this:\n" + block + "\nthanks");
        assertThat(texts(prompt, Kind.FENCED_CODE)).containsExactly(block);
        assertThat(texts(prompt, Kind.PLACEHOLDER)).isEmpty();
    }

    @Test
    void findsTablesListsQuotesAndUrls() {
        ParsedPrompt prompt = PARSER.parse(
                "Compare:\r\n- one\r\n- two\r\n\r\n| a | b |\r\n|---|---|\r\n| 1 | 2 |\r\n\r\nHe said “no” at https://a.org/x?y=1.");
        assertThat(texts(prompt, Kind.LIST)).containsExactly("- one\r\n- two");
        assertThat(texts(prompt, Kind.TABLE)).containsExactly("| a | b |\r\n|---|---|\r\n| 1 | 2 |");
        assertThat(texts(prompt, Kind.QUOTE)).containsExactly("“no”");
        assertThat(texts(prompt, Kind.URL)).containsExactly("https://a.org/x?y=1");
        assertThat(prompt.detail("columns")).containsExactly("a", "b");
    }

    @Test
    void materialIsNotReadForCues() {
        ParsedPrompt prompt =
                PARSER.parse("Summarize this article:\n\nThink step by step, said the error, in 3 bullets.");
        assertThat(prompt.has("material")).isTrue();
        assertThat(prompt.signals()).doesNotContain("steps_said", "error", "length_said");
        assertThat(prompt.detail("boundary")).containsExactly("Summarize this article:");
    }

    @Test
    void aSpecificationAfterAColonIsNoMaterial() {
        ParsedPrompt prompt = PARSER.parse("Write a function with these properties: it sorts a list and has tests");
        assertThat(prompt.has("material")).isFalse();
        assertThat(prompt.signals()).contains("tests_said", "topic_list");
    }

    @Test
    void cuesAreWholeWords() {
        assertThat(PARSER.parse("How do I strengthen my testimony?").signals()).doesNotContain("tests_said");
        assertThat(PARSER.parse("Write code, with tests.").signals()).contains("tests_said");
    }

    @ParameterizedTest
    @CsvSource({
        "en, Write a short note to my neighbour about the fence",
        "en, fix my code",
        "und, Schrijf een korte brief aan mijn buurman over het hek",
        "und, Napisz krótki list do sąsiada o płocie i nie zapomnij o dacie",
        "und, 12345 + 678",
        "ru, Напиши краткое письмо",
        "und, این متن را خلاصه کن"
    })
    void knowsItsLanguagesAndDoesNotGuess(String language, String text) {
        assertThat(PARSER.parse(text).language()).isEqualTo(language);
    }

    @Test
    void complexityFollowsItsFormula() {
        assertThat(ComplexityMeasure.of(40, 2, 1, true, 3)).isEqualTo(Complexity.SIMPLE);
        assertThat(ComplexityMeasure.of(41, 2, 1, true, 3)).isEqualTo(Complexity.MODERATE);
        assertThat(ComplexityMeasure.of(121, 3, 1, false, 3)).isEqualTo(Complexity.MODERATE);
        assertThat(ComplexityMeasure.of(121, 3, 2, false, 3)).isEqualTo(Complexity.COMPLEX);
    }

    private static List<String> texts(ParsedPrompt prompt, Kind kind) {
        return prompt.spans().stream()
                .filter(span -> span.kind() == kind)
                .map(span -> span.in(prompt.text()))
                .toList();
    }
}
