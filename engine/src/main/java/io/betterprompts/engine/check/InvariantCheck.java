package io.betterprompts.engine.check;

import io.betterprompts.engine.generate.Candidate;
import io.betterprompts.engine.generate.OwnEdits;
import io.betterprompts.engine.generate.Phrasebook;
import io.betterprompts.engine.prompt.ParsedPrompt;
import io.betterprompts.engine.prompt.PromptParser;
import io.betterprompts.engine.prompt.Span;
import io.betterprompts.engine.select.Budget;
import io.betterprompts.engine.select.Rule;
import io.betterprompts.engine.select.Selector;
import io.betterprompts.engine.select.Task;
import io.betterprompts.engine.tokens.TokenCounter;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Checks a candidate against every invariant, from the finished text and not from how it was made. That a second enhancement adds
 * nothing follows from two facts checked here: the same prompt is found inside, and all its edits are found around it.
 */
public final class InvariantCheck {

    private final Phrasebook phrasebook;
    private final Selector selector;
    private final TokenCounter tokens;
    private final Map<String, Rule> rules;

    public InvariantCheck(Phrasebook phrasebook, Selector selector, TokenCounter tokens, Map<String, Rule> rules) {
        this.phrasebook = phrasebook;
        this.selector = selector;
        this.tokens = tokens;
        this.rules = Map.copyOf(rules);
    }

    /**
     * Everything a candidate is checked against.
     *
     * @param own the edits the original carried already
     * @param prompt the original without them
     * @param originalTokens how many tokens the original has
     */
    public record Promise(OwnEdits own, ParsedPrompt prompt, Task task, Budget budget, int originalTokens) {}

    /**
     * What the check found.
     *
     * @param tokens how many the candidate has
     */
    public record Result(Invariants invariants, int tokens) {}

    public Result check(Candidate candidate, Promise promise) {
        int counted = count(candidate, promise.originalTokens());
        return new Result(invariants(candidate, promise, counted - promise.originalTokens()), counted);
    }

    private int count(Candidate candidate, int original) {
        if (candidate.edits().isEmpty()) {
            return original;
        }
        return candidate.head().isEmpty()
                ? tokens.countLonger(candidate.original(), original, candidate.tail())
                : tokens.count(candidate.text());
    }

    private Invariants invariants(Candidate candidate, Promise promise, int added) {
        return new Invariants(
                originalIntact(candidate),
                spansIntact(candidate),
                candidate.edits().isEmpty()
                        || phrasebook.speaks(promise.prompt().language()),
                idempotent(candidate, promise),
                candidate.edits().size() <= promise.budget().edits()
                        && added <= promise.budget().tokens(),
                clean(candidate.head()) && clean(candidate.tail()),
                gatesKept(candidate, promise.task()));
    }

    private static boolean originalIntact(Candidate candidate) {
        String text = candidate.text();
        int found = text.indexOf(candidate.original());
        return found == candidate.offset() && text.indexOf(candidate.original(), found + 1) < 0;
    }

    private static boolean spansIntact(Candidate candidate) {
        if (candidate.edits().isEmpty()) {
            return true;
        }
        int from = candidate.offset();
        int to = from + candidate.original().length();
        List<Span> now = PromptParser.protectedSpans(candidate.text()).stream()
                .filter(span -> span.start() >= from && span.end() <= to)
                .map(span -> new Span(span.kind(), span.start() - from, span.end() - from))
                .toList();
        return now.equals(PromptParser.protectedSpans(candidate.original()));
    }

    private boolean idempotent(Candidate candidate, Promise promise) {
        OwnEdits again = phrasebook.ownEdits(candidate.text());
        Set<String> expected = new HashSet<>(promise.own().rules());
        candidate.edits().forEach(edit -> expected.add(edit.rule()));
        return again.rules().containsAll(expected)
                && again.prompt(candidate.text()).equals(promise.prompt().text());
    }

    private static boolean clean(String added) {
        return added.codePoints().noneMatch(c -> Character.getType(c) == Character.CONTROL && c != '\n' && c != '\r');
    }

    private boolean gatesKept(Candidate candidate, Task task) {
        return candidate.edits().stream().allMatch(edit -> {
            Rule rule = rules.get(edit.rule());
            return rule != null && selector.closedGate(rule, task).isEmpty();
        });
    }
}
