package io.betterprompts.benchmarks;

import io.betterprompts.engine.classify.Classification;
import io.betterprompts.engine.classify.Classification.Scored;
import io.betterprompts.engine.classify.Intent;
import io.betterprompts.engine.classify.IntentClassifier;
import java.util.List;

/** Takes no time, so that the rest of the engine is measured. */
record FixedIntent(Intent intent) implements IntentClassifier {

    @Override
    public Classification classify(String text) {
        return new Classification(List.of(new Scored(intent, 1)), false);
    }

    @Override
    public String modelId() {
        return "fixed";
    }
}
