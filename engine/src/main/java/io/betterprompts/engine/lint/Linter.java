package io.betterprompts.engine.lint;

import io.betterprompts.engine.classify.Intent;
import io.betterprompts.engine.data.YamlNode;
import io.betterprompts.engine.lint.Finding.Severity;
import io.betterprompts.engine.prompt.ParsedPrompt;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Examines prompts by the rules of {@code lint.yaml}. Thread-safe and deterministic. */
public final class Linter {

    private static final int MOST_PER_RULE = 10;

    private final Map<String, Check> checks = Checks.byRule();
    private final List<LintRule> rules = new ArrayList<>();
    private final UnaryOperator<String> language;

    /**
     * @param language tells the language of a text, {@code und} if unsure
     * @throws io.betterprompts.engine.data.InvalidRules with file and line, if a rule has no check
     */
    public Linter(YamlNode root, UnaryOperator<String> language) {
        root.entries(Set.of("rules"));
        root.get("rules").items().forEach(node -> rules.add(rule(node)));
        this.language = language;
    }

    public List<LintRule> rules() {
        return List.copyOf(rules);
    }

    /**
     * What is likely to go wrong, by place.
     *
     * @param intent empty where the classifier abstained
     */
    public List<Finding> lint(ParsedPrompt prompt, Optional<Intent> intent) {
        Subject subject = new Subject(prompt, intent, language);
        List<Finding> findings = new ArrayList<>();
        for (LintRule rule : rules) {
            checks.getOrDefault(rule.id(), unknown -> List.of()).in(subject).stream()
                    .limit(MOST_PER_RULE)
                    .forEach(range -> findings.add(new Finding(rule.id(), rule.severity(), range, rule.message())));
        }
        findings.sort(
                Comparator.comparingInt((Finding finding) -> finding.span().start())
                        .thenComparing(Finding::rule));
        return List.copyOf(findings);
    }

    private LintRule rule(YamlNode node) {
        node.entries(Set.of("id", "severity", "message", "example", "better"));
        String id = node.get("id").text();
        if (!checks.containsKey(id)) {
            throw node.get("id").wrong("no check '" + id + "'");
        }
        return new LintRule(
                id,
                node.get("severity").read(name -> Severity.valueOf(name.toUpperCase(Locale.ROOT)), "a severity"),
                node.get("message").text(),
                node.get("example").text(),
                node.get("better").text());
    }
}
