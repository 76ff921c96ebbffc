package io.betterprompts.engine;

import io.betterprompts.engine.data.Resources;
import io.betterprompts.engine.data.YamlNode;
import io.betterprompts.engine.lint.LintRule;
import io.betterprompts.engine.select.Budget;
import io.betterprompts.engine.select.ModelClass;
import io.betterprompts.engine.select.Rule;
import io.betterprompts.engine.select.Slot;
import io.betterprompts.engine.select.Technique;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes {@code docs/techniques.md} from the rule set. */
final class TechniqueDocument {

    private static final String TEXTS = "languages/en/texts.yaml";

    private final StringBuilder page = new StringBuilder();
    private final RuleSet rules;
    private final Map<String, YamlNode> texts;
    private final Map<String, YamlNode> questions;

    private TechniqueDocument(RuleSet rules) {
        YamlNode english = YamlNode.parse(TEXTS, Resources.text(TEXTS));
        this.rules = rules;
        this.texts = english.get("texts").entries();
        this.questions = english.get("questions").entries();
    }

    static String of(RuleSet rules) {
        TechniqueDocument document = new TechniqueDocument(rules);
        document.introduction();
        document.techniques();
        document.missing();
        document.lint();
        return document.page.toString();
    }

    private void introduction() {
        line("# Techniques, questions and lint rules");
        line("");
        line(
                "Written from the rule set by `TechniqueDocumentTests`; do not edit. How it all works: [engine.md](engine.md).");
        line("");
        line(
                "A figure stands here only where it was read at its source; a reference without one says where an idea comes from.");
        line("");
        line("| model class | at most so many edits | at most so many tokens |");
        line("|---|---|---|");
        for (ModelClass modelClass : ModelClass.values()) {
            Budget budget = rules.techniques().budget(modelClass);
            row(modelClass.label(), String.valueOf(budget.edits()), String.valueOf(budget.tokens()));
        }
    }

    private void techniques() {
        for (Technique technique : rules.techniques().byId().values()) {
            line("");
            line("## `" + technique.id() + "`");
            line("");
            line(technique.summary());
            technique.finding().ifPresent(this::line);
            line("");
            line("Evidence: " + String.join(", ", technique.evidence()) + ".");
            if (!technique.conflicts().isEmpty()) {
                line("Never together with " + code(technique.conflicts()) + ".");
            }
            line("");
            line("| rule | for | only if | unless | English text |");
            line("|---|---|---|---|---|");
            rules.techniques().rules().stream()
                    .filter(rule -> rule.technique().equals(technique.id()))
                    .forEach(this::rule);
        }
    }

    private void rule(Rule rule) {
        String only = meanings(rule.when()) + (rule.optIn() ? " — and you prefer it" : "");
        row("`" + rule.id() + "` (" + rule.priority() + ")", scope(rule), only, meanings(rule.unless()), text(rule));
    }

    private String scope(Rule rule) {
        String intents = rule.intents().isEmpty()
                ? "any prompt"
                : rule.intents().stream().map(intent -> intent.label()).sorted().collect(Collectors.joining(", "));
        boolean all = rule.models().size() == ModelClass.values().length;
        String models = all
                ? ""
                : "; " + rule.models().stream().map(ModelClass::label).sorted().collect(Collectors.joining(", "))
                        + " models";
        String complexity = rule.complexities().size() == 3
                ? ""
                : "; "
                        + rule.complexities().stream()
                                .map(each -> each.name().toLowerCase(Locale.ROOT))
                                .sorted()
                                .collect(Collectors.joining(" or "));
        return intents + models + complexity;
    }

    private String text(Rule rule) {
        YamlNode text = texts.get(rule.id());
        return text == null
                ? "(advice) " + rule.advice().orElse("")
                : text.text().replace("\n", " ⏎ ");
    }

    private String meanings(List<String> conditions) {
        return conditions.stream().map(this::meaning).collect(Collectors.joining("; "));
    }

    private String meaning(String condition) {
        return Arrays.stream(condition.split("\\|"))
                .map(signal -> rules.techniques().signals().getOrDefault(signal, signal))
                .collect(Collectors.joining(" or "));
    }

    private void missing() {
        line("");
        line("## Questions");
        line("");
        line("At most " + rules.slots().most() + " are asked at once, in this order.");
        line("");
        line("| slot | asked for | question |");
        line("|---|---|---|");
        for (Slot slot : rules.slots().all()) {
            String intents = slot.intents().stream()
                    .map(intent -> intent.label())
                    .sorted()
                    .collect(Collectors.joining(", "));
            YamlNode question = questions.get(slot.id());
            row(
                    "`" + slot.slot() + "`",
                    intents,
                    question == null ? "" : question.get("ask").text());
        }
    }

    private void lint() {
        line("");
        line("## Lint rules");
        line("");
        line("| rule | severity | what it says | found in | not in |");
        line("|---|---|---|---|---|");
        for (LintRule rule : rules.linter().rules()) {
            row(
                    "`" + rule.id() + "`",
                    rule.severity().name().toLowerCase(Locale.ROOT),
                    rule.message(),
                    cell(rule.example()),
                    cell(rule.better()));
        }
    }

    private static String cell(String example) {
        String line = example.replace("\n", " ⏎ ").replace("|", "\\|").replace("\u202e", "�");
        return line.length() <= 120 ? line : line.substring(0, 119) + "…";
    }

    private static String code(Set<String> ids) {
        return ids.stream().sorted().map(id -> "`" + id + "`").collect(Collectors.joining(", "));
    }

    private void row(String... cells) {
        line("| " + String.join(" | ", cells) + " |");
    }

    private void line(String text) {
        page.append(text).append('\n');
    }
}
