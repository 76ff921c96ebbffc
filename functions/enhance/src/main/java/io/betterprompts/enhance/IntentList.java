package io.betterprompts.enhance;

import io.betterprompts.engine.RuleSet;
import io.betterprompts.engine.classify.Intent;
import io.betterprompts.engine.select.ModelClass;
import io.betterprompts.engine.select.Rule;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The kinds of prompt, and which techniques they can get by the rules in force.
 *
 * @param rules the hash of the rule set
 */
record IntentList(String rules, List<Item> items) {

    IntentList {
        items = List.copyOf(items);
    }

    /**
     * A kind of prompt.
     *
     * @param leftAlone whether nothing is ever added to it
     * @param techniques those it can get by itself, by model class, if the prompt has what they need
     * @param onRequest those it gets only where they are preferred
     * @param never those it never gets
     */
    record Item(
            String id,
            String meaning,
            boolean leftAlone,
            Map<String, Set<String>> techniques,
            Set<String> onRequest,
            Set<String> never) {}

    static IntentList of(PersonalEngine engine) {
        RuleSet rules = engine.enhancer().rules();
        return new IntentList(
                rules.hash(),
                Arrays.stream(Intent.values())
                        .map(intent -> item(intent, rules, engine.settings()))
                        .toList());
    }

    private static Item item(Intent intent, RuleSet rules, OwnSettings settings) {
        boolean leftAlone = rules.techniques().leftAlone().contains(intent);
        Predicate<Rule> open = rule -> !leftAlone
                && !rules.off().contains(rule.technique())
                && (rule.intents().isEmpty() || rule.intents().contains(intent));
        Predicate<Rule> asked = rule -> rule.optIn() || settings.excluded().contains(rule.technique());
        Predicate<Rule> itself = open.and(asked.negate().or(rule -> prefers(rules, settings, rule)));
        Map<String, Set<String>> techniques = new TreeMap<>();
        for (ModelClass modelClass : ModelClass.values()) {
            techniques.put(
                    modelClass.label(),
                    ids(rules, itself.and(rule -> rule.models().contains(modelClass))));
        }
        Set<String> onRequest = ids(rules, open.and(itself.negate()));
        onRequest.removeAll(ids(rules, itself));
        Set<String> never = new TreeSet<>(rules.techniques().byId().keySet());
        never.removeAll(ids(rules, open));
        return new Item(intent.label(), intent.meaning(), leftAlone, techniques, onRequest, never);
    }

    private static boolean prefers(RuleSet rules, OwnSettings settings, Rule rule) {
        return rules.prefer().contains(rule.technique()) || settings.preferred().contains(rule.technique());
    }

    private static Set<String> ids(RuleSet rules, Predicate<Rule> which) {
        return rules.techniques().rules().stream()
                .filter(which)
                .map(Rule::technique)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
