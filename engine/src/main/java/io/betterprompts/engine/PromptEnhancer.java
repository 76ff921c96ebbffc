package io.betterprompts.engine;

import io.betterprompts.engine.check.InvariantCheck;
import io.betterprompts.engine.check.InvariantCheck.Promise;
import io.betterprompts.engine.classify.Classification;
import io.betterprompts.engine.classify.IntentClassifier;
import io.betterprompts.engine.generate.Candidate;
import io.betterprompts.engine.generate.OwnEdits;
import io.betterprompts.engine.prompt.ParsedPrompt;
import io.betterprompts.engine.select.Budget;
import io.betterprompts.engine.select.ModelClass;
import io.betterprompts.engine.select.Rule;
import io.betterprompts.engine.select.Selection;
import io.betterprompts.engine.select.Selector;
import io.betterprompts.engine.select.Task;
import io.betterprompts.engine.select.WhyNot;
import io.betterprompts.engine.tokens.TokenCounter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/**
 * The engine: a raw prompt in, an explained enhancement out.
 *
 * <ol>
 *   <li>set aside the edits of an earlier enhancement; the later stages look at the prompt itself;
 *   <li>parse its structure: protected spans, language, material, what it says already, complexity;
 *   <li>classify its intent, or abstain;
 *   <li>select the rules whose gates are open;
 *   <li>generate the edits of these rules, as far as the budget goes;
 *   <li>check every invariant on the candidate; an edit that breaks one is dropped and reported, never shipped;
 *   <li>count tokens and report.
 * </ol>
 *
 * Thread-safe, and deterministic but for the timings: the same request, rule set and model give the same bytes.
 */
public final class PromptEnhancer {

    /** The engine's own version, for replies and history. */
    public static final String VERSION = "0.1.0";

    private final IntentClassifier classifier;
    private final RuleSet ruleSet;
    private final TokenCounter tokens;
    private final LongSupplier nanoTime;
    private final Selector selector;
    private final InvariantCheck check;
    private final Drafter drafter;

    public PromptEnhancer(IntentClassifier classifier, RuleSet ruleSet, TokenCounter tokens) {
        this(classifier, ruleSet, tokens, System::nanoTime);
    }

    PromptEnhancer(IntentClassifier classifier, RuleSet ruleSet, TokenCounter tokens, LongSupplier nanoTime) {
        this.classifier = classifier;
        this.ruleSet = ruleSet;
        this.tokens = tokens;
        this.nanoTime = nanoTime;
        this.selector = new Selector(ruleSet.techniques());
        this.check = new InvariantCheck(
                ruleSet.phrasebook(),
                selector,
                tokens,
                byId(ruleSet.techniques().rules()));
        this.drafter = new Drafter(ruleSet, check, tokens);
    }

    /**
     * Enhances one prompt.
     *
     * @throws InvalidRequest if the request names a technique there is none of
     */
    public Enhancement enhance(EnhancementRequest request) {
        refuseUnknown("prefer_techniques", request.preferTechniques());
        refuseUnknown("exclude_techniques", request.excludeTechniques());
        Stopwatch watch = new Stopwatch(nanoTime);
        OwnEdits own = ruleSet.phrasebook().ownEdits(request.text());
        ParsedPrompt prompt = ruleSet.parser().parse(own.prompt(request.text()));
        watch.lap();
        Classification classification = classifier.classify(prompt.text());
        watch.lap();
        Task task = task(request, prompt, classification);
        Selection selection = selector.select(task);
        watch.lap();
        Promise promise = new Promise(own, prompt, task, budget(request, task.modelClass()));
        List<Rule> texts = selection.rules().stream()
                .filter(rule -> rule.advice().isEmpty())
                .toList();
        Drafter.Draft draft = drafter.draft(texts, promise, request.context());
        watch.lap();
        Drafter.Checked checked = drafter.check(request.text(), draft, promise);
        watch.lap();
        List<WhyNot> whyNot = whyNot(selection, draft, checked);
        return report(request, promise, classification, selection, checked, whyNot, watch);
    }

    /** Looks at a prompt without enhancing it. */
    public Analysis analyze(EnhancementRequest request) {
        OwnEdits own = ruleSet.phrasebook().ownEdits(request.text());
        ParsedPrompt prompt = ruleSet.parser().parse(own.prompt(request.text()));
        Classification classification = classifier.classify(prompt.text());
        return new Analysis(
                IntentReport.of(classification),
                prompt.complexity(),
                prompt.language(),
                List.of(),
                List.of(),
                engine());
    }

    private Task task(EnhancementRequest request, ParsedPrompt prompt, Classification classification) {
        Set<String> signals = new HashSet<>(prompt.signals());
        signals.addAll(ContextSignals.of(request.context()));
        ModelClass modelClass = request.modelClass()
                .orElseGet(() ->
                        request.targetModel().map(ruleSet.models()::classOf).orElse(ModelClass.STANDARD));
        return new Task(
                classification,
                modelClass,
                prompt.complexity(),
                signals,
                request.preferTechniques(),
                request.excludeTechniques());
    }

    private Budget budget(EnhancementRequest request, ModelClass modelClass) {
        Budget budget = ruleSet.techniques().budget(modelClass);
        return request.maxAddedTokens().isPresent()
                ? budget.atMost(request.maxAddedTokens().getAsInt())
                : budget;
    }

    private Enhancement report(
            EnhancementRequest request,
            Promise promise,
            Classification classification,
            Selection selection,
            Drafter.Checked checked,
            List<WhyNot> whyNot,
            Stopwatch watch) {
        Candidate candidate = checked.candidate();
        List<RunAdvice> advice = advice(selection);
        Verdict verdict = candidate.edits().isEmpty() ? Verdict.UNCHANGED : Verdict.ENHANCED;
        int original = tokens.count(request.text());
        int added = check.added(candidate);
        return new Enhancement(
                request.text(),
                candidate.text(),
                verdict,
                Reasons.of(candidate, promise, classification, ruleSet.phrasebook()),
                IntentReport.of(classification),
                promise.prompt().complexity(),
                promise.prompt().language(),
                promise.task().modelClass(),
                techniques(candidate, advice),
                whyNot,
                candidate.edits(),
                List.of(),
                List.of(),
                checked.invariants(),
                new TokenReport(original, original + added, added, tokens.encoding()),
                advice,
                engine(),
                watch.timings());
    }

    private static List<RunAdvice> advice(Selection selection) {
        return selection.rules().stream()
                .flatMap(rule -> rule.advice().stream()
                        .map(text -> new RunAdvice(rule.technique(), rule.id(), text, rule.evidence())))
                .toList();
    }

    private static List<String> techniques(Candidate candidate, List<RunAdvice> advice) {
        Set<String> techniques = new LinkedHashSet<>();
        candidate.edits().forEach(edit -> techniques.add(edit.technique()));
        advice.forEach(each -> techniques.add(each.technique()));
        return List.copyOf(techniques);
    }

    /** One entry for each technique without an edit: the last gate it reached. */
    private static List<WhyNot> whyNot(Selection selection, Drafter.Draft draft, Drafter.Checked checked) {
        Map<String, WhyNot> misses = new LinkedHashMap<>();
        List<WhyNot> all = new ArrayList<>(selection.whyNot());
        all.addAll(draft.dropped());
        all.addAll(checked.dropped());
        all.forEach(miss -> misses.merge(miss.technique(), miss, PromptEnhancer::nearer));
        checked.candidate().edits().forEach(edit -> misses.remove(edit.technique()));
        return List.copyOf(misses.values());
    }

    private static WhyNot nearer(WhyNot one, WhyNot other) {
        return other.gate().compareTo(one.gate()) > 0 ? other : one;
    }

    private EngineReport engine() {
        return new EngineReport(VERSION, ruleSet.hash(), classifier.modelId());
    }

    private void refuseUnknown(String field, Set<String> techniques) {
        techniques.stream()
                .filter(id -> !ruleSet.techniques().byId().containsKey(id))
                .findFirst()
                .ifPresent(id -> {
                    throw new InvalidRequest(field, "no technique '" + id + "'");
                });
    }

    private static Map<String, Rule> byId(List<Rule> rules) {
        return rules.stream().collect(Collectors.toMap(Rule::id, Function.identity()));
    }
}
