package io.betterprompts.cli;

import io.betterprompts.engine.PromptEnhancer;
import io.betterprompts.engine.RuleSet;
import io.betterprompts.engine.classify.ClassifierUnusable;
import io.betterprompts.engine.classify.IntentClassifier;
import io.betterprompts.engine.classify.LoadStep;
import io.betterprompts.engine.classify.TorchIntentClassifier;
import io.betterprompts.engine.data.InvalidRules;
import io.betterprompts.engine.tokens.JtokkitTokenCounter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Finds the engine that a command wants. */
final class Engines {

    private final Terminal terminal;
    private final Classifiers classifiers;

    Engines(Terminal terminal) {
        this(terminal, TorchIntentClassifier::load);
    }

    Engines(Terminal terminal, Classifiers classifiers) {
        this.terminal = terminal;
        this.classifiers = classifiers;
    }

    /** Loads a classifier and tells what it is at. */
    @FunctionalInterface
    interface Classifiers {

        IntentClassifier load(Consumer<LoadStep> progress);
    }

    /**
     * A server's, or that of this process.
     *
     * @param rules on top of those of this process
     */
    Engine of(ServerOptions server, Optional<Path> rules) {
        Optional<Api> api = server.named(terminal);
        if (api.isPresent() && rules.isPresent()) {
            throw CliFailure.usage("a server follows the rules of your settings there; --rules is for this process");
        }
        return api.<Engine>map(ServerEngine::new).orElseGet(() -> local(rules));
    }

    /** Rules and classifier are read at the same time: each takes about as long as the other. */
    private Engine local(Optional<Path> rules) {
        Optional<String> own = rules.map(PromptSource::content);
        terminal.progress("Reading rules and classifier …");
        CompletableFuture<RuleSet> ruleSet = CompletableFuture.supplyAsync(RuleSet::bundled);
        CompletableFuture<JtokkitTokenCounter> tokens = CompletableFuture.supplyAsync(JtokkitTokenCounter::new);
        IntentClassifier classifier = classifier();
        RuleSet all =
                own.map(yaml -> with(ruleSet.join(), rules.orElseThrow(), yaml)).orElseGet(ruleSet::join);
        PromptEnhancer enhancer = new PromptEnhancer(classifier, all, tokens.join());
        terminal.progress("");
        return new LocalEngine(enhancer);
    }

    private IntentClassifier classifier() {
        try {
            return classifiers.load(step -> terminal.progress(
                    "Reading " + step.name().toLowerCase(Locale.ROOT).replace('_', ' ')
                            + " … (the first time this takes longer)"));
        } catch (ClassifierUnusable e) {
            throw new CliFailure(
                    Exit.FAULT,
                    "the classifier does not run here: " + e.getMessage() + "; a server can do it, with --url");
        }
    }

    private static RuleSet with(RuleSet bundled, Path file, String yaml) {
        try {
            return bundled.with(file.toString(), yaml);
        } catch (InvalidRules e) {
            throw CliFailure.usage(Objects.requireNonNullElse(e.getMessage(), file + " cannot be followed"));
        }
    }
}
