package io.betterprompts.engine.classify;

import io.betterprompts.engine.classify.Classification.Scored;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Turns logits into probabilities that mean what they say, on average.
 *
 * @param temperature above 1 flattens, below 1 sharpens; fitted on rows the weights were not trained on
 * @param threshold the least best probability that is worth acting on
 */
public record Calibration(double temperature, double threshold) {

    private static final List<Intent> INTENTS = List.of(Intent.values());

    public Calibration {
        if (!(temperature > 0) || !(threshold >= 0 && threshold <= 1)) {
            throw new IllegalArgumentException("temperature " + temperature + ", threshold " + threshold);
        }
    }

    /** Softmax of the logits over the temperature; the result sums to 1. */
    public double[] probabilities(float... logits) {
        double largest = Double.NEGATIVE_INFINITY;
        for (float logit : logits) {
            largest = Math.max(largest, logit);
        }
        double[] probabilities = new double[logits.length];
        double sum = 0;
        for (int i = 0; i < logits.length; i++) {
            probabilities[i] = Math.exp((logits[i] - largest) / temperature);
            sum += probabilities[i];
        }
        for (int i = 0; i < logits.length; i++) {
            probabilities[i] /= sum;
        }
        return probabilities;
    }

    /**
     * What these logits mean.
     *
     * @param logits one for each intent, in their order
     */
    public Classification classification(float... logits) {
        double[] probabilities = probabilities(logits);
        List<Scored> ranked = IntStream.range(0, probabilities.length)
                .mapToObj(i -> new Scored(INTENTS.get(i), probabilities[i]))
                .sorted(Comparator.comparingDouble(Scored::probability).reversed())
                .toList();
        return new Classification(ranked, ranked.getFirst().probability() < threshold);
    }
}
