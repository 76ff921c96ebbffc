package io.betterprompts.engine;

import io.betterprompts.engine.lint.Finding;
import io.betterprompts.engine.prompt.Complexity;
import java.util.List;

/** What the engine sees in a prompt, without changing it. */
public record Analysis(
        IntentReport intent,
        Complexity complexity,
        String language,
        List<MissingFact> missing,
        List<Finding> lint,
        Tokens tokens,
        EngineReport engine) {

    /** How many tokens the prompt has under one encoding. */
    public record Tokens(int original, String encoding) {}

    public Analysis {
        missing = List.copyOf(missing);
        lint = List.copyOf(lint);
    }
}
