package io.betterprompts.engine.select;

import io.betterprompts.engine.classify.Classification;
import io.betterprompts.engine.prompt.Complexity;
import java.util.Set;

/** All that selection may look at. */
public record Task(
        Classification classification,
        ModelClass modelClass,
        Complexity complexity,
        Set<String> signals,
        Set<String> prefer,
        Set<String> exclude) {

    public Task {
        signals = Set.copyOf(signals);
        prefer = Set.copyOf(prefer);
        exclude = Set.copyOf(exclude);
    }
}
