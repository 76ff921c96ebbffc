package io.betterprompts.engine;

import io.betterprompts.engine.classify.Classification;
import io.betterprompts.engine.classify.Classification.Scored;
import io.betterprompts.engine.classify.Intent;
import java.util.List;

/**
 * What kind of task the prompt is.
 *
 * @param confidence calibrated, 0 to 1
 * @param alternatives the next two
 * @param abstained whether the confidence is too low to act on
 */
public record IntentReport(Intent label, double confidence, List<Alternative> alternatives, boolean abstained) {

    /** Another intent and its calibrated probability. */
    public record Alternative(Intent label, double confidence) {
        static Alternative of(Scored scored) {
            return new Alternative(scored.intent(), scored.probability());
        }
    }

    public IntentReport {
        alternatives = List.copyOf(alternatives);
    }

    static IntentReport of(Classification classification) {
        List<Alternative> next = classification.ranked().stream()
                .skip(1)
                .limit(2)
                .map(Alternative::of)
                .toList();
        return new IntentReport(classification.intent(), classification.confidence(), next, classification.abstained());
    }
}
