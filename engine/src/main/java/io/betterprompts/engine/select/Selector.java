package io.betterprompts.engine.select;

import io.betterprompts.engine.classify.Intent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Tries every rule's gates against a task. A preference opens the gates of taste (opt-in, complexity, an unsure classifier) and puts its
 * technique first; the gates of evidence (intent, model class, what the prompt has and says) it does not open.
 */
public final class Selector {

    private final Techniques techniques;

    public Selector(Techniques techniques) {
        this.techniques = techniques;
    }

    public Selection select(Task task) {
        List<Rule> open = new ArrayList<>();
        Map<String, WhyNot> misses = new LinkedHashMap<>();
        for (Rule rule : techniques.rules()) {
            Optional<WhyNot> closed = closedGate(rule, task);
            closed.ifPresentOrElse(miss -> misses.merge(rule.technique(), miss, WhyNot::nearer), () -> open.add(rule));
        }
        List<Rule> chosen = withoutConflicts(open, task, misses);
        chosen.forEach(rule -> misses.remove(rule.technique()));
        return new Selection(chosen, List.copyOf(misses.values()));
    }

    /** The first gate of a rule that is closed, or nothing if all are open. */
    public Optional<WhyNot> closedGate(Rule rule, Task task) {
        boolean preferred = task.prefer().contains(rule.technique());
        if (task.exclude().contains(rule.technique())) {
            return miss(rule, Gate.EXCLUDED, "it is excluded, by you or by the rules in force");
        }
        if (rule.optIn() && !preferred) {
            return miss(rule, Gate.OPT_IN, "used only when you prefer it");
        }
        return leftAloneGate(rule, task)
                .or(() -> intentGate(rule, task, preferred))
                .or(() -> modelGate(rule, task))
                .or(() -> complexityGate(rule, task, preferred))
                .or(() -> signalGates(rule, task));
    }

    private Optional<WhyNot> leftAloneGate(Rule rule, Task task) {
        Intent top = task.classification().intent();
        return techniques.leftAlone().contains(top) && !task.classification().abstained()
                ? miss(rule, Gate.INTENT, top.label() + " is left alone")
                : Optional.empty();
    }

    private static Optional<WhyNot> intentGate(Rule rule, Task task, boolean preferred) {
        if (rule.intents().isEmpty()) {
            return Optional.empty();
        }
        Intent top = task.classification().intent();
        if (!rule.intents().contains(top)) {
            return miss(rule, Gate.INTENT, "it is not for " + top.label());
        }
        boolean unsure =
                task.classification().abstained() || task.classification().confidence() < rule.probability();
        return unsure && !preferred
                ? miss(rule, Gate.INTENT, "the classifier is not sure enough that this is " + top.label())
                : Optional.empty();
    }

    private static Optional<WhyNot> modelGate(Rule rule, Task task) {
        return rule.models().contains(task.modelClass())
                ? Optional.empty()
                : miss(
                        rule,
                        Gate.MODEL_CLASS,
                        "it does not help a " + task.modelClass().label() + " model here");
    }

    private static Optional<WhyNot> complexityGate(Rule rule, Task task, boolean preferred) {
        return preferred || rule.complexities().contains(task.complexity())
                ? Optional.empty()
                : miss(
                        rule,
                        Gate.COMPLEXITY,
                        "the prompt is " + task.complexity().name().toLowerCase(Locale.ROOT));
    }

    private Optional<WhyNot> signalGates(Rule rule, Task task) {
        for (String needed : rule.when()) {
            if (!Signal.holds(needed, task.signals())) {
                return miss(rule, Gate.MISSING_SIGNAL, "it needs " + meaning(needed));
            }
        }
        return rule.unless().stream()
                .flatMap(unwanted -> Signal.alternatives(unwanted).stream())
                .filter(task.signals()::contains)
                .findFirst()
                .flatMap(unwanted -> miss(rule, Gate.RULED_OUT, "the prompt has " + meaning(unwanted)));
    }

    private String meaning(String signals) {
        return String.join(
                " or ",
                Signal.alternatives(signals).stream()
                        .map(signal -> techniques.signals().getOrDefault(signal, signal))
                        .toList());
    }

    private List<Rule> withoutConflicts(List<Rule> open, Task task, Map<String, WhyNot> misses) {
        List<Rule> ranked = new ArrayList<>(open);
        ranked.sort(Comparator.comparing((Rule rule) -> !task.prefer().contains(rule.technique()))
                .thenComparing(Comparator.comparingInt(Rule::priority).reversed()));
        Set<String> taken = new LinkedHashSet<>();
        List<Rule> chosen = new ArrayList<>();
        for (Rule rule : ranked) {
            Optional<String> rival = taken.stream()
                    .filter(other -> conflict(rule.technique(), other))
                    .findFirst();
            if (rival.isPresent()) {
                WhyNot lost = new WhyNot(rule.technique(), Gate.CONFLICT, rival.get() + " stands in its place");
                misses.merge(rule.technique(), lost, WhyNot::nearer);
            } else {
                taken.add(rule.technique());
                chosen.add(rule);
            }
        }
        return chosen;
    }

    private boolean conflict(String one, String other) {
        return conflicts(one).contains(other) || conflicts(other).contains(one);
    }

    private Set<String> conflicts(String id) {
        Technique technique = techniques.byId().get(id);
        return technique == null ? Set.of() : technique.conflicts();
    }

    private static Optional<WhyNot> miss(Rule rule, Gate gate, String reason) {
        return Optional.of(new WhyNot(rule.technique(), gate, reason));
    }
}
