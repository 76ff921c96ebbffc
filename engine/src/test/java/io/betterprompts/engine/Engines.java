package io.betterprompts.engine;

import io.betterprompts.engine.classify.Intent;
import io.betterprompts.engine.tokens.JtokkitTokenCounter;
import io.betterprompts.engine.tokens.TokenCounter;

/** Enhancers over the bundled rule set, which is read once. */
final class Engines {

    static final RuleSet RULES = RuleSet.bundled();
    static final TokenCounter TOKENS = new JtokkitTokenCounter();

    private Engines() {}

    static PromptEnhancer sureOf(Intent intent) {
        return new PromptEnhancer(FixedClassifier.sureOf(intent), RULES, TOKENS);
    }

    static PromptEnhancer abstaining() {
        return new PromptEnhancer(FixedClassifier.abstaining(), RULES, TOKENS);
    }

    static Enhancement enhance(Intent intent, String text) {
        return sureOf(intent).enhance(EnhancementRequest.of(text));
    }
}
