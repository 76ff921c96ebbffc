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
        EngineReport engine) {

    public Analysis {
        missing = List.copyOf(missing);
        lint = List.copyOf(lint);
    }
}
