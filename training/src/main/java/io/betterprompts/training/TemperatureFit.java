package io.betterprompts.training;

import io.betterprompts.engine.classify.Calibration;
import java.util.List;

/** Finds the temperature under which held-out rows are least surprising. */
final class TemperatureFit {

    private static final double LOWEST = 0.25;
    private static final double HIGHEST = 8;
    private static final double STEP = 1.01;

    private TemperatureFit() {}

    /** The temperature, to one per cent, that minimises the mean negative log-likelihood of the labels. */
    static double temperature(List<float[]> logits, List<Example> examples) {
        double best = 1;
        double least = Double.POSITIVE_INFINITY;
        for (double temperature = LOWEST; temperature < HIGHEST; temperature *= STEP) {
            double surprise = surprise(logits, examples, new Calibration(temperature, 0));
            if (surprise < least) {
                least = surprise;
                best = temperature;
            }
        }
        return best;
    }

    private static double surprise(List<float[]> logits, List<Example> examples, Calibration calibration) {
        double sum = 0;
        for (int i = 0; i < examples.size(); i++) {
            double probability =
                    calibration.probabilities(logits.get(i))[examples.get(i).label()];
            sum -= Math.log(Math.max(probability, Double.MIN_NORMAL));
        }
        return sum / examples.size();
    }
}
