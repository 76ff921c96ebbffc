package io.betterprompts.engine.classify;

/**
 * Turns logits into probabilities that mean what they say, on average.
 *
 * @param temperature above 1 flattens, below 1 sharpens; fitted on rows the weights were not trained on
 * @param threshold the least best probability that is worth acting on
 */
public record Calibration(double temperature, double threshold) {

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

    boolean abstainsAt(double best) {
        return best < threshold;
    }
}
