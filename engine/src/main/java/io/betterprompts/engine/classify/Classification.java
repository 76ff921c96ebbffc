package io.betterprompts.engine.classify;

import java.util.List;

/**
 * What the classifier believes about one prompt.
 *
 * @param ranked every intent with its calibrated probability, most probable first; the probabilities sum to 1
 * @param abstained whether the best probability is too low to act on; the selector then uses its safe core only
 */
public record Classification(List<Scored> ranked, boolean abstained) {

    /**
     * One intent and its probability.
     *
     * @param probability calibrated, 0 to 1
     */
    public record Scored(Intent intent, double probability) {
        public Scored {
            if (!(probability >= 0 && probability <= 1)) {
                throw new IllegalArgumentException("a probability of " + probability + " for " + intent);
            }
        }
    }

    public Classification {
        ranked = List.copyOf(ranked);
        if (ranked.isEmpty()) {
            throw new IllegalArgumentException("a classification needs at least one intent");
        }
    }

    /** The most probable intent, also where the classifier abstained. */
    public Intent intent() {
        return ranked.getFirst().intent();
    }

    /** The probability of {@link #intent()}. */
    public double confidence() {
        return ranked.getFirst().probability();
    }
}
