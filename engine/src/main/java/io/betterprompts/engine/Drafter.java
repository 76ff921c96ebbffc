package io.betterprompts.engine;

import io.betterprompts.engine.check.InvariantCheck;
import io.betterprompts.engine.check.InvariantCheck.Promise;
import io.betterprompts.engine.check.Invariants;
import io.betterprompts.engine.generate.Candidate;
import io.betterprompts.engine.generate.Edit;
import io.betterprompts.engine.generate.Edit.Position;
import io.betterprompts.engine.generate.Phrasebook;
import io.betterprompts.engine.generate.Told;
import io.betterprompts.engine.generate.Wording;
import io.betterprompts.engine.select.Budget;
import io.betterprompts.engine.select.Gate;
import io.betterprompts.engine.select.Rule;
import io.betterprompts.engine.select.WhyNot;
import io.betterprompts.engine.tokens.TokenCounter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns chosen rules into edits that fit the budget, and edits into a candidate that keeps every promise. */
final class Drafter {

    /** Line breaks around an edit. */
    private static final int GLUE = 2;

    private final Map<String, Integer> readingOrder = new HashMap<>();
    private final Phrasebook phrasebook;
    private final InvariantCheck check;
    private final TokenCounter tokens;

    Drafter(RuleSet ruleSet, InvariantCheck check, TokenCounter tokens) {
        ruleSet.techniques().rules().forEach(rule -> readingOrder.put(rule.id(), readingOrder.size()));
        this.phrasebook = ruleSet.phrasebook();
        this.check = check;
        this.tokens = tokens;
    }

    /** Edits in reading order, and what was left out on the way. */
    record Draft(List<Edit> edits, List<WhyNot> dropped) {}

    /** A candidate and the proof that it may be sent. */
    record Checked(Candidate candidate, Invariants invariants, int tokens, List<WhyNot> dropped) {}

    /**
     * Words the rules in their order, as far as the budget goes. An edit the prompt carries already takes its share of the budget, so
     * that a second enhancement stops where the first did.
     */
    Draft draft(List<Rule> rules, Promise promise, Told told) {
        Optional<Wording> wording = phrasebook.wording(promise.prompt(), told);
        List<Edit> edits = new ArrayList<>();
        List<WhyNot> dropped = new ArrayList<>();
        Purse purse = new Purse(promise.budget());
        for (Rule rule : rules) {
            Optional<String> text = wording.flatMap(words -> words.text(rule));
            if (text.isEmpty()) {
                dropped.add(new WhyNot(rule.technique(), Gate.NO_TEXT, "there is nothing in the prompt to name in it"));
            } else if (text.get().contains(promise.prompt().text())) {
                dropped.add(new WhyNot(rule.technique(), Gate.INVARIANT, "its text would repeat the whole prompt"));
            } else if (!purse.pays(tokens.count(text.get()) + GLUE)) {
                dropped.add(new WhyNot(rule.technique(), Gate.BUDGET, "the budget for added text is spent"));
            } else if (isThere(rule, text.get(), promise)) {
                dropped.add(new WhyNot(rule.technique(), Gate.ALREADY_THERE, "the prompt says this already"));
            } else {
                edits.add(edit("e" + (edits.size() + 1), rule, text.get(), promise));
            }
        }
        return new Draft(inReadingOrder(edits), dropped);
    }

    /** The candidate of all edits if it keeps every promise, else of as many as do. */
    Checked check(String original, Draft draft, Promise promise) {
        Checked all = checked(original, draft.edits(), promise, List.of());
        return all.invariants().allHold() ? all : sound(original, draft, promise);
    }

    private Checked sound(String original, Draft draft, Promise promise) {
        List<Edit> kept = new ArrayList<>();
        List<WhyNot> dropped = new ArrayList<>();
        for (Edit edit : draft.edits()) {
            kept.add(edit);
            if (!checked(original, kept, promise, List.of()).invariants().allHold()) {
                kept.removeLast();
                dropped.add(new WhyNot(edit.technique(), Gate.INVARIANT, "its edit would have broken an invariant"));
            }
        }
        return checked(original, kept, promise, dropped);
    }

    private Checked checked(String original, List<Edit> edits, Promise promise, List<WhyNot> dropped) {
        Candidate candidate = Candidate.of(original, edits, promise.prompt().lineBreak());
        InvariantCheck.Result result = check.check(candidate, promise);
        return new Checked(candidate, result.invariants(), result.tokens(), dropped);
    }

    private static boolean isThere(Rule rule, String text, Promise promise) {
        return rule.repeats()
                ? promise.own().lines().contains(text.lines().findFirst().orElse(text))
                : promise.own().rules().contains(rule.id());
    }

    /** Behind a code fence that is never closed everything is code, so there the edits stand before the prompt. */
    private static Edit edit(String id, Rule rule, String text, Promise promise) {
        boolean before = rule.before() || promise.prompt().has("open_fence");
        Position position = before ? Position.BEFORE : Position.AFTER;
        return new Edit(id, rule.technique(), rule.id(), position, text, rule.reason(), rule.evidence());
    }

    private List<Edit> inReadingOrder(List<Edit> edits) {
        return edits.stream()
                .sorted(Comparator.comparing(Edit::position)
                        .thenComparingInt(edit -> readingOrder.getOrDefault(edit.rule(), readingOrder.size())))
                .toList();
    }

    /** What is left of a budget. */
    private static final class Purse {

        private int edits;
        private int tokens;

        Purse(Budget budget) {
            this.edits = budget.edits();
            this.tokens = budget.tokens();
        }

        boolean pays(int cost) {
            if (edits == 0 || cost > tokens) {
                return false;
            }
            edits--;
            tokens -= cost;
            return true;
        }
    }
}
