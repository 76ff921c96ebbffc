package io.betterprompts.enhance;

import io.betterprompts.engine.RuleSet;
import io.betterprompts.engine.generate.Phrasebook;
import io.betterprompts.engine.select.Budget;
import io.betterprompts.engine.select.ModelClass;
import io.betterprompts.engine.select.Rule;
import io.betterprompts.engine.select.Technique;
import io.betterprompts.engine.tokens.TokenCounter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The techniques in force, with the gates of each of their rules.
 *
 * @param rules the hash of the rule set
 * @param budgets the most that is added, by model class
 */
record TechniqueList(String rules, Map<String, Budget> budgets, List<Item> items) {

    TechniqueList {
        budgets = new TreeMap<>(budgets);
        items = List.copyOf(items);
    }

    /**
     * A technique.
     *
     * @param finding what was read at the source, with its figures; null where nothing was
     * @param off whether no request gets it
     * @param preferred whether every request prefers it, but those that exclude it
     * @param excluded whether only those requests get it that prefer it
     */
    record Item(
            String id,
            String title,
            String summary,
            @Nullable String finding,
            boolean off,
            boolean preferred,
            boolean excluded,
            List<String> conflicts,
            List<String> evidence,
            List<Due> rules) {}

    /**
     * When and how a technique is used.
     *
     * @param intents the kinds of prompt it is for; empty means any
     * @param minProbability what the intent must at least have
     * @param optIn whether only for those who prefer it
     * @param position before or after the prompt; null for advice
     * @param text with the names of its values in braces; null for advice
     * @param language of the text
     * @param cost tokens of the text as it stands here, values not counted in; 0 for advice
     * @param advice what to do when running the prompt, in place of a text
     */
    record Due(
            String id,
            int priority,
            List<String> intents,
            double minProbability,
            List<String> modelClasses,
            List<String> complexities,
            List<Cue> when,
            List<Cue> unless,
            boolean optIn,
            @Nullable String position,
            @Nullable String text,
            @Nullable String language,
            int cost,
            @Nullable String advice,
            String reason,
            List<String> evidence) {}

    /** What a prompt or its context must have, or must not: one of the signals. */
    record Cue(List<String> anyOf, String meaning) {}

    static TechniqueList of(PersonalEngine engine, TokenCounter tokens) {
        RuleSet rules = engine.enhancer().rules();
        Map<String, Budget> budgets = Arrays.stream(ModelClass.values())
                .collect(Collectors.toMap(
                        ModelClass::label, modelClass -> rules.techniques().budget(modelClass)));
        Reader reader = new Reader(rules, engine.settings(), tokens);
        List<Item> items =
                rules.techniques().byId().values().stream().map(reader::item).toList();
        return new TechniqueList(rules.hash(), budgets, items);
    }

    private record Reader(RuleSet rules, OwnSettings settings, TokenCounter tokens) {

        Item item(Technique technique) {
            return new Item(
                    technique.id(),
                    technique.title(),
                    technique.summary(),
                    technique.finding().orElse(null),
                    rules.off().contains(technique.id()),
                    rules.prefer().contains(technique.id())
                            || settings.preferred().contains(technique.id()),
                    settings.excluded().contains(technique.id()),
                    conflicts(technique),
                    technique.evidence(),
                    rules.techniques().rules().stream()
                            .filter(rule -> rule.technique().equals(technique.id()))
                            .map(this::due)
                            .toList());
        }

        /** A conflict counts in both directions, and is written down in one. */
        private List<String> conflicts(Technique technique) {
            return rules.techniques().byId().values().stream()
                    .filter(other -> other.conflicts().contains(technique.id())
                            || technique.conflicts().contains(other.id()))
                    .map(Technique::id)
                    .sorted()
                    .toList();
        }

        private Due due(Rule rule) {
            Optional<String> language = languages()
                    .filter(code -> rules.phrasebook().template(code, rule.id()).isPresent())
                    .findFirst();
            Optional<String> text = language.flatMap(code -> rules.phrasebook().template(code, rule.id()));
            return new Due(
                    rule.id(),
                    rule.priority(),
                    labels(rule.intents()),
                    rule.probability(),
                    labels(rule.models()),
                    labels(rule.complexities()),
                    cues(rule.when()),
                    cues(rule.unless()),
                    rule.optIn(),
                    text.isEmpty() ? null : rule.before() ? "before" : "after",
                    text.orElse(null),
                    language.orElse(null),
                    text.map(tokens::count).orElse(0),
                    rule.advice().orElse(null),
                    rule.reason(),
                    rule.evidence());
        }

        private List<Cue> cues(List<String> conditions) {
            List<Cue> cues = new ArrayList<>();
            for (String condition : conditions) {
                List<String> signals = List.of(condition.split("\\|"));
                cues.add(new Cue(signals, signals.stream().map(this::meaning).collect(Collectors.joining(" or "))));
            }
            return cues;
        }

        private String meaning(String signal) {
            return rules.techniques().signals().getOrDefault(signal, signal);
        }

        private static Stream<String> languages() {
            return Stream.concat(Stream.of("en"), Phrasebook.languages().stream());
        }

        private static List<String> labels(Set<? extends Enum<?>> values) {
            return values.stream()
                    .sorted()
                    .map(value -> value.name().toLowerCase(Locale.ROOT))
                    .toList();
        }
    }
}
