package io.betterprompts.engine;

import io.betterprompts.engine.check.InvariantCheck;
import io.betterprompts.engine.check.InvariantCheck.Promise;
import io.betterprompts.engine.classify.Classification;
import io.betterprompts.engine.classify.IntentClassifier;
import io.betterprompts.engine.generate.OwnEdits;
import io.betterprompts.engine.prompt.ParsedPrompt;
import io.betterprompts.engine.select.Budget;
import io.betterprompts.engine.select.ModelClass;
import io.betterprompts.engine.select.Rule;
import io.betterprompts.engine.select.Selection;
import io.betterprompts.engine.select.Selector;
import io.betterprompts.engine.select.Task;
import io.betterprompts.engine.tokens.TokenCounter;
import java.util.HashSet;
import java.util.List;
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
 *   <li>classify its intent, or abstain; where it abstains, plain words of the prompt may tell;
 *   <li>select the rules whose gates are open, and the facts that are missing;
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
    private final Drafter drafter;
    private final Reporter reporter;

    public PromptEnhancer(IntentClassifier classifier, RuleSet ruleSet, TokenCounter tokens) {
        this(classifier, ruleSet, tokens, System::nanoTime);
    }

    PromptEnhancer(IntentClassifier classifier, RuleSet ruleSet, TokenCounter tokens, LongSupplier nanoTime) {
        this.classifier = classifier;
        this.ruleSet = ruleSet;
        this.tokens = tokens;
        this.nanoTime = nanoTime;
        this.selector = new Selector(ruleSet.techniques());
        InvariantCheck check = new InvariantCheck(
                ruleSet.phrasebook(),
                selector,
                tokens,
                ruleSet.techniques().rules().stream().collect(Collectors.toMap(Rule::id, Function.identity())));
        this.drafter = new Drafter(ruleSet, check, tokens);
        this.reporter = new Reporter(ruleSet, tokens.encoding(), classifier.modelId());
    }

    /**
     * Enhances one prompt.
     *
     * @throws InvalidRequest if the request names a technique or answers a slot there is none of
     */
    public Enhancement enhance(EnhancementRequest request) {
        refuseUnknown(request);
        Stopwatch watch = new Stopwatch(nanoTime);
        OwnEdits own = ruleSet.phrasebook().ownEdits(request.text());
        ParsedPrompt prompt = ruleSet.parser().parse(own.prompt(request.text()));
        watch.lap();
        Classification classification = classify(prompt);
        watch.lap();
        UserInput input = UserInput.of(request, ruleSet);
        Task task = task(request, prompt, classification, input);
        Selection selection = selector.select(task);
        watch.lap();
        Promise promise = promise(request, own, prompt, task);
        Drafter.Draft draft = drafter.draft(selection.texts(), promise, input.told());
        watch.lap();
        Drafter.Checked checked = drafter.check(request.text(), draft, promise);
        watch.lap();
        return reporter.report(new Run(request, promise, selection, draft, checked, watch.timings()));
    }

    /** Looks at a prompt without enhancing it. */
    public Analysis analyze(EnhancementRequest request) {
        refuseUnknown(request);
        OwnEdits own = ruleSet.phrasebook().ownEdits(request.text());
        ParsedPrompt prompt = ruleSet.parser().parse(own.prompt(request.text()));
        Classification classification = classify(prompt);
        Task task = task(request, prompt, classification, UserInput.of(request, ruleSet));
        return reporter.analysis(promise(request, own, prompt, task));
    }

    private Classification classify(ParsedPrompt prompt) {
        return AskedIntent.settled(classifier.classify(prompt.text()), prompt);
    }

    /** Identifies the classifier's weights. */
    public String modelId() {
        return classifier.modelId();
    }

    /** The rules it follows. */
    public RuleSet rules() {
        return ruleSet;
    }

    private Promise promise(EnhancementRequest request, OwnEdits own, ParsedPrompt prompt, Task task) {
        return new Promise(own, prompt, task, budget(request, task.modelClass()), tokens.count(request.text()));
    }

    private Task task(EnhancementRequest request, ParsedPrompt prompt, Classification classification, UserInput input) {
        return new Task(
                classification,
                modelClass(request),
                prompt.complexity(),
                input.with(prompt.signals()),
                union(ruleSet.prefer(), request.preferTechniques()),
                union(ruleSet.off(), request.excludeTechniques()));
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        Set<String> both = new HashSet<>(one);
        both.addAll(other);
        return both;
    }

    /** The same engine with other rules, such as a user's own; the classifier and the token counter are shared. */
    public PromptEnhancer with(RuleSet rules) {
        return new PromptEnhancer(classifier, rules, tokens, nanoTime);
    }

    private ModelClass modelClass(EnhancementRequest request) {
        return request.modelClass()
                .orElseGet(() ->
                        request.targetModel().map(ruleSet.models()::classOf).orElse(ModelClass.STANDARD));
    }

    private Budget budget(EnhancementRequest request, ModelClass modelClass) {
        Budget budget = ruleSet.techniques().budget(modelClass);
        return request.maxAddedTokens().isPresent()
                ? budget.atMost(request.maxAddedTokens().getAsInt())
                : budget;
    }

    private void refuseUnknown(EnhancementRequest request) {
        Set<String> techniques = ruleSet.techniques().byId().keySet();
        refuseUnknown("prefer_techniques", "technique", request.preferTechniques(), techniques);
        refuseUnknown("exclude_techniques", "technique", request.excludeTechniques(), techniques);
        refuseUnknown(
                "answers", "slot", request.answers().keySet(), ruleSet.slots().keys());
    }

    private static void refuseUnknown(String field, String kind, Set<String> given, Set<String> known) {
        List<String> unknown =
                given.stream().filter(id -> !known.contains(id)).sorted().toList();
        if (!unknown.isEmpty()) {
            throw new InvalidRequest(field, "no " + kind + " '" + unknown.getFirst() + "'");
        }
    }
}
