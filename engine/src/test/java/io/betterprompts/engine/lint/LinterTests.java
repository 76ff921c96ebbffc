package io.betterprompts.engine.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.betterprompts.engine.classify.Intent;
import io.betterprompts.engine.data.Resources;
import io.betterprompts.engine.data.YamlNode;
import io.betterprompts.engine.prompt.PromptParser;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinterTests {

    private static final PromptParser PARSER = PromptParser.bundled();
    private static final Linter LINTER =
            new Linter(YamlNode.parse("lint.yaml", Resources.text("lint.yaml")), PARSER::language);

    static Stream<LintRule> rules() {
        return LINTER.rules().stream();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void findsItsExampleAndLeavesTheBetterOneAlone(LintRule rule) {
        assertThat(findings(rule.example())).extracting(Finding::rule).contains(rule.id());
        assertThat(findings(rule.better())).extracting(Finding::rule).doesNotContain(rule.id());
    }

    @Test
    void everyCheckHasARule() {
        assertThat(LINTER.rules())
                .extracting(LintRule::id)
                .containsExactlyInAnyOrderElementsOf(Checks.byRule().keySet());
        assertThat(LINTER.rules()).hasSizeGreaterThanOrEqualTo(15);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            vague_quantity       | 👍 Give me several names   | several
            vague_quality        | मुझे एक अच्छा नाम दें          | अच्छा
            vague_quantity       | 给我一些名字                | 一些
            contradictory_length | Sei kurz, aber ausführlich | kurz
            secret               | key AKIAABCDEFGHIJKLMNOP x | AKIAABCDEFGHIJKLMNOP
            personal_data        | pay 4111 1111 1111 1111 .  | 4111 1111 1111 1111
            personal_data        | to DE89 3704 0044 0532 0130 00 now | DE89 3704 0044 0532 0130 00
            broken_placeholder   | dear {{name} hello         | {{name}
            hidden_characters    | `pay\u202e now`            | `\u202e`
            truncation_risk      | Write 12,000 words on it   | 12,000 words
            """)
    void theSpanIsThePlace(String rule, String text, String found) {
        Finding finding = findings(text).stream()
                .filter(candidate -> candidate.rule().equals(rule))
                .findFirst()
                .orElseThrow();
        assertThat(text.substring(finding.span().start(), finding.span().end())).isEqualTo(found);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Order 1234 5678 9012 3456 is late",
                "Version 10.2.3 of 2024-2025",
                "Set {\"a\": {\"b\": 1}} in the file",
                "print(f\"{x}\")",
                "password: {{password}}",
                "Use the `{{name}` token"
            })
    void whatOnlyLooksLikeItIsNotFound(String text) {
        assertThat(findings(text))
                .extracting(Finding::rule)
                .doesNotContain("personal_data", "secret", "broken_placeholder");
    }

    @Test
    void noMessageQuotesThePrompt() {
        List<Finding> findings = findings("Use password: hunter2hunter2 and write to ann@example.org");
        assertThat(findings).isNotEmpty();
        assertThat(findings)
                .extracting(Finding::message)
                .noneMatch(message -> message.contains("hunter2") || message.contains("ann@"));
    }

    private static List<Finding> findings(String text) {
        return LINTER.lint(PARSER.parse(text), Optional.of(Intent.INFORMATION_EXTRACTION));
    }
}
