package io.betterprompts.engine;

import io.betterprompts.engine.check.InvariantCheck;
import io.betterprompts.engine.check.InvariantCheck.Promise;
import io.betterprompts.engine.check.Invariants;
import io.betterprompts.engine.generate.Candidate;
import io.betterprompts.engine.generate.Edit;
import io.betterprompts.engine.generate.Edit.Position;
import io.betterprompts.engine.generate.Phrasebook;
import io.betterprompts.engine.prompt.Context;
import io.betterprompts.engine.select.Gate;
import io.betterprompts.engine.select.Rule;
import io.betterprompts.engine.select.WhyNot;
import io.betterprompts.engine.tokens.TokenCounter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Turns chosen rules into edits that fit the budget, and edits into a candidate that keeps every promise. */
final class Drafter {

    private final RuleSet ruleSet;
    private final Phrasebook phrasebook;
    private final InvariantCheck check;
    private final TokenCounter tokens;

    Drafter(RuleSet ruleSet, InvariantCheck check, TokenCounter tokens) {
        this.ruleSet = ruleSet;
        this.phrasebook = ruleSet.phrasebook();
        this.check = check;
        this.tokens = tokens;
    }

    /** Edits in reading order, and what was left out on the way. */
    record Draft(List<Edit> edits, List<WhyNot> dropped) {}

    /** A candidate and the proof that it may be sent. */
    record Checked(Candidate candidate, Invariants invariants, List<WhyNot> dropped) {}

    /**
     * Words the rules in their order, as far as the budget goes. An edit the prompt carries already takes its share of the budget, so
     * that a second enhancement stops where the first did.
     */
    Draft draft(List<Rule> rules, Promise promise, Context context) {
        List<Edit> edits = new ArrayList<>();
        List<WhyNot> dropped = new ArrayList<>();
        int spent = 0;
        int taken = 0;
        for (Rule rule : rules) {
            Optional<String> text = phrasebook.text(rule, promise.prompt(), context);
            int cost = text.map(tokens::count).orElse(0) + 2;
            if (text.isEmpty()) {
                dropped.add(new WhyNot(rule.technique(), Gate.NO_TEXT, "there is nothing in the prompt to name in it"));
            } else if (taken + 1 > promise.budget().edits()
                    || spent + cost > promise.budget().tokens()) {
                dropped.add(new WhyNot(rule.technique(), Gate.BUDGET, "the budget for added text is spent"));
            } else {
                spent += cost;
                taken++;
                addUnlessThere(rule, text.get(), promise, edits, dropped);
            }
        }
        return new Draft(inReadingOrder(edits), dropped);
    }

    /** The candidate of all edits if it keeps every promise, else of as many as do. */
    Checked check(String original, Draft draft, Promise promise) {
        Candidate all = Candidate.of(original, draft.edits(), promise.prompt().lineBreak());
        Invariants invariants = check.check(all, promise);
        return invariants.allHold() ? new Checked(all, invariants, List.of()) : sound(original, draft, promise);
    }

    private Checked sound(String original, Draft draft, Promise promise) {
        List<Edit> kept = new ArrayList<>();
        List<WhyNot> dropped = new ArrayList<>();
        for (Edit edit : draft.edits()) {
            kept.add(edit);
            Candidate candidate = Candidate.of(original, kept, promise.prompt().lineBreak());
            if (!check.check(candidate, promise).allHold()) {
                kept.removeLast();
                dropped.add(new WhyNot(edit.technique(), Gate.INVARIANT, "its edit would have broken an invariant"));
            }
        }
        Candidate candidate = Candidate.of(original, kept, promise.prompt().lineBreak());
        return new Checked(candidate, check.check(candidate, promise), dropped);
    }

    private void addUnlessThere(Rule rule, String text, Promise promise, List<Edit> edits, List<WhyNot> dropped) {
        if (promise.own().rules().contains(rule.id())) {
            dropped.add(new WhyNot(rule.technique(), Gate.ALREADY_THERE, "the prompt says this already"));
            return;
        }
        boolean before = rule.before() || promise.prompt().has("open_fence");
        Position position = before ? Position.BEFORE : Position.AFTER;
        String id = "e" + (edits.size() + 1);
        edits.add(new Edit(id, rule.technique(), rule.id(), position, text, rule.reason(), rule.evidence()));
    }

    private List<Edit> inReadingOrder(List<Edit> edits) {
        List<String> order = ruleSet.techniques().rules().stream().map(Rule::id).toList();
        return edits.stream()
                .sorted(Comparator.comparing(Edit::position).thenComparingInt(edit -> order.indexOf(edit.rule())))
                .toList();
    }
}
