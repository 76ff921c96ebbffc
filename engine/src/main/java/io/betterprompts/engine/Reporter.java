package io.betterprompts.engine;

import io.betterprompts.engine.check.InvariantCheck.Promise;
import io.betterprompts.engine.classify.Classification;
import io.betterprompts.engine.classify.Intent;
import io.betterprompts.engine.generate.Candidate;
import io.betterprompts.engine.generate.OwnEdits;
import io.betterprompts.engine.lint.Finding;
import io.betterprompts.engine.select.Rule;
import io.betterprompts.engine.select.Selection;
import io.betterprompts.engine.select.Task;
import io.betterprompts.engine.select.WhyNot;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Turns what the pipeline came to know into a reply. */
final class Reporter {

    private final RuleSet ruleSet;
    private final String encoding;
    private final EngineReport engine;

    Reporter(RuleSet ruleSet, String encoding, String modelId) {
        this.ruleSet = ruleSet;
        this.encoding = encoding;
        this.engine = new EngineReport(PromptEnhancer.VERSION, ruleSet.hash(), modelId);
    }

    Enhancement report(Run run) {
        Candidate candidate = run.checked().candidate();
        Promise promise = run.promise();
        Task task = promise.task();
        List<RunAdvice> advice = advice(run.selection());
        List<MissingFact> missing = missing(promise);
        return new Enhancement(
                candidate.original(),
                candidate.text(),
                candidate.edits().isEmpty() ? Verdict.UNCHANGED : Verdict.ENHANCED,
                Reasons.of(candidate, promise, ruleSet.phrasebook(), missing.size()),
                IntentReport.of(task.classification()),
                task.complexity(),
                promise.prompt().language(),
                task.modelClass(),
                techniques(candidate, advice),
                whyNot(run),
                candidate.edits(),
                missing,
                lint(promise),
                run.checked().invariants(),
                new TokenReport(
                        promise.originalTokens(),
                        run.checked().tokens(),
                        run.checked().tokens() - promise.originalTokens(),
                        encoding),
                advice,
                engine,
                run.timings());
    }

    Analysis analysis(Promise promise) {
        return new Analysis(
                IntentReport.of(promise.task().classification()),
                promise.task().complexity(),
                promise.prompt().language(),
                missing(promise),
                lint(promise),
                new Analysis.Tokens(promise.originalTokens(), encoding),
                engine);
    }

    private List<Finding> lint(Promise promise) {
        Classification classification = promise.task().classification();
        Optional<Intent> intent = classification.abstained() ? Optional.empty() : Optional.of(classification.intent());
        return ruleSet.linter().lint(promise.prompt(), intent).stream()
                .map(finding -> finding.shifted(promise.own().start()))
                .toList();
    }

    private List<MissingFact> missing(Promise promise) {
        String language = promise.prompt().language();
        return ruleSet.slots().missing(promise.task(), saidBy(promise.own())).stream()
                .flatMap(slot -> ruleSet
                        .phrasebook()
                        .question(language, slot.id())
                        .map(question -> new MissingFact(slot.slot(), question.text(), question.suggestions()))
                        .stream())
                .toList();
    }

    /** The signals that the edits a prompt carries already were made for. */
    private Set<String> saidBy(OwnEdits own) {
        Set<String> said = new HashSet<>();
        ruleSet.techniques().rules().stream()
                .filter(rule -> own.rules().contains(rule.id()))
                .forEach(rule -> said.addAll(rule.when()));
        return said;
    }

    private static List<RunAdvice> advice(Selection selection) {
        List<RunAdvice> advice = new ArrayList<>();
        for (Rule rule : selection.rules()) {
            rule.advice()
                    .ifPresent(text -> advice.add(new RunAdvice(rule.technique(), rule.id(), text, rule.evidence())));
        }
        return advice;
    }

    private static List<String> techniques(Candidate candidate, List<RunAdvice> advice) {
        Set<String> techniques = new LinkedHashSet<>();
        candidate.edits().forEach(edit -> techniques.add(edit.technique()));
        advice.forEach(each -> techniques.add(each.technique()));
        return List.copyOf(techniques);
    }

    /** One entry for each technique without an edit: the last gate it reached. */
    private static List<WhyNot> whyNot(Run run) {
        List<WhyNot> all = new ArrayList<>(run.selection().whyNot());
        all.addAll(run.draft().dropped());
        all.addAll(run.checked().dropped());
        Map<String, WhyNot> misses = new LinkedHashMap<>();
        all.forEach(miss -> misses.merge(miss.technique(), miss, WhyNot::nearer));
        run.checked().candidate().edits().forEach(edit -> misses.remove(edit.technique()));
        return List.copyOf(misses.values());
    }
}
