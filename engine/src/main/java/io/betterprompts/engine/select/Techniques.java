package io.betterprompts.engine.select;

import io.betterprompts.engine.classify.Intent;
import io.betterprompts.engine.data.YamlNode;
import io.betterprompts.engine.prompt.Complexity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The catalogue of techniques and rules. The order of the rules in the file is the order in which their texts stand in a prompt;
 * which of them are chosen is a matter of priority.
 *
 * @param leftAlone the intents that get no edit at all
 * @param signals what each signal means, for reasons and documentation
 */
public record Techniques(
        Map<String, Technique> byId,
        List<Rule> rules,
        Map<ModelClass, Budget> budgets,
        Set<Intent> leftAlone,
        Map<String, String> signals) {

    private static final Set<String> RULE_KEYS = Set.of(
            "id",
            "technique",
            "priority",
            "intents",
            "probability",
            "models",
            "complexity",
            "when",
            "unless",
            "opt_in",
            "place",
            "advice",
            "repeats",
            "reason",
            "evidence");
    private static final double DEFAULT_PROBABILITY = 0.5;

    public Techniques {
        byId = Collections.unmodifiableMap(new LinkedHashMap<>(byId));
        rules = List.copyOf(rules);
        budgets = Map.copyOf(budgets);
        leftAlone = Set.copyOf(leftAlone);
        signals = Map.copyOf(signals);
    }

    /**
     * Reads and validates the catalogue.
     *
     * @param vocabulary the signals there are
     * @throws io.betterprompts.engine.data.InvalidRules with file and line, if anything in it is wrong
     */
    public static Techniques read(YamlNode root, Set<String> vocabulary) {
        root.entries(Set.of("budgets", "leave_alone", "signals", "techniques", "rules"));
        Map<String, String> signals = signals(root.get("signals"), vocabulary);
        Map<String, Technique> techniques = techniques(root, Map.of());
        List<Rule> rules = rules(root, RULE_KEYS, techniques, signals.keySet(), Set.of());
        return new Techniques(
                techniques, rules, budgets(root.get("budgets")), choices(root, "leave_alone", Intent::of), signals);
    }

    /**
     * This catalogue with the techniques and rules of another file, whose texts stand before the others. None of this catalogue's can be
     * replaced. The texts of the rules, by language, are the caller's to read.
     *
     * @throws io.betterprompts.engine.data.InvalidRules with file and line, if anything in it is wrong
     */
    public Techniques extended(YamlNode root) {
        Set<String> keys = new HashSet<>(RULE_KEYS);
        keys.add("text");
        Map<String, Technique> all = techniques(root, byId);
        Set<String> taken = rules.stream().map(Rule::id).collect(Collectors.toSet());
        List<Rule> extended = new ArrayList<>(rules(root, keys, all, signals.keySet(), taken));
        extended.addAll(rules);
        return new Techniques(all, extended, budgets, leftAlone, signals);
    }

    private static Map<String, Technique> techniques(YamlNode root, Map<String, Technique> given) {
        Map<String, Technique> techniques = new LinkedHashMap<>(given);
        List<YamlNode> nodes = root.find("techniques").map(YamlNode::items).orElse(List.of());
        for (YamlNode node : nodes) {
            Technique technique = technique(node);
            if (techniques.put(technique.id(), technique) != null) {
                throw node.wrong("the technique '" + technique.id() + "' stands twice");
            }
        }
        nodes.forEach(node -> known(node, "conflicts", techniques.keySet()));
        return techniques;
    }

    private static List<Rule> rules(
            YamlNode root,
            Set<String> keys,
            Map<String, Technique> techniques,
            Set<String> signals,
            Set<String> taken) {
        List<Rule> rules = new ArrayList<>();
        Set<String> ids = new HashSet<>(taken);
        for (YamlNode node : root.find("rules").map(YamlNode::items).orElse(List.of())) {
            node.entries(keys);
            Rule rule = rule(node, techniques, signals);
            if (!ids.add(rule.id())) {
                throw node.wrong("the rule '" + rule.id() + "' stands twice");
            }
            rules.add(rule);
        }
        return rules;
    }

    /** The technique of a rule of this catalogue. */
    public Technique of(Rule rule) {
        Technique technique = byId.get(rule.technique());
        if (technique == null) {
            throw new IllegalArgumentException("no technique " + rule.technique());
        }
        return technique;
    }

    /** The budget for a class of model. */
    public Budget budget(ModelClass modelClass) {
        return budgets.getOrDefault(modelClass, new Budget(0, 0));
    }

    private static Map<String, String> signals(YamlNode node, Set<String> vocabulary) {
        Map<String, String> signals = new LinkedHashMap<>();
        node.entries().forEach((signal, meaning) -> {
            if (!vocabulary.contains(signal)) {
                throw meaning.wrong("no prompt can have the signal '" + signal + "'");
            }
            signals.put(signal, meaning.text());
        });
        return signals;
    }

    private static Map<ModelClass, Budget> budgets(YamlNode node) {
        Map<ModelClass, Budget> budgets = new EnumMap<>(ModelClass.class);
        for (ModelClass modelClass : ModelClass.values()) {
            YamlNode budget = node.get(modelClass.label());
            budget.entries(Set.of("edits", "tokens"));
            budgets.put(
                    modelClass,
                    new Budget(
                            budget.get("edits").integer(), budget.get("tokens").integer()));
        }
        return budgets;
    }

    private static Technique technique(YamlNode node) {
        node.entries(Set.of("id", "title", "summary", "evidence", "finding", "conflicts"));
        return new Technique(
                node.get("id").text(),
                node.get("title").text(),
                node.get("summary").text(),
                node.texts("evidence"),
                node.find("finding").map(YamlNode::text),
                Set.copyOf(node.texts("conflicts")));
    }

    private static Rule rule(YamlNode node, Map<String, Technique> techniques, Set<String> signals) {
        String id = node.get("technique").text();
        Technique technique = techniques.get(id);
        if (technique == null) {
            throw node.get("technique").wrong("no technique '" + id + "'");
        }
        List<String> evidence = node.texts("evidence");
        return new Rule(
                node.get("id").text(),
                id,
                node.get("priority").integer(),
                choices(node, "intents", Intent::of),
                node.find("probability").map(YamlNode::number).orElse(DEFAULT_PROBABILITY),
                orAll(choices(node, "models", ModelClass::of), ModelClass.values()),
                orAll(choices(node, "complexity", Techniques::complexity), Complexity.values()),
                Signal.known(node, "when", signals),
                Signal.known(node, "unless", signals),
                node.find("opt_in").map(YamlNode::flag).orElse(false),
                node.find("place")
                        .map(place -> place.read(Techniques::isBefore, "before or after"))
                        .orElse(false),
                node.find("repeats").map(YamlNode::flag).orElse(false),
                node.find("advice").map(YamlNode::text),
                node.get("reason").text(),
                evidence.isEmpty() ? technique.evidence() : evidence);
    }

    private static <T> Set<T> choices(YamlNode node, String key, java.util.function.Function<String, T> reader) {
        Optional<YamlNode> list = node.find(key);
        Set<T> choices = new HashSet<>();
        list.ifPresent(found -> found.items().forEach(item -> choices.add(item.read(reader, "one of the " + key))));
        return choices;
    }

    private static <T> Set<T> orAll(Set<T> chosen, T[] all) {
        return chosen.isEmpty() ? Set.of(all) : chosen;
    }

    private static void known(YamlNode node, String key, Set<String> ids) {
        node.find(key)
                .ifPresent(list -> list.items().forEach(item -> {
                    if (!ids.contains(item.text())) {
                        throw item.wrong("no technique '" + item.text() + "'");
                    }
                }));
    }

    private static Complexity complexity(String label) {
        return Complexity.valueOf(label.toUpperCase(Locale.ROOT));
    }

    private static boolean isBefore(String place) {
        return switch (place) {
            case "before" -> true;
            case "after" -> false;
            default -> throw new IllegalArgumentException(place);
        };
    }
}
