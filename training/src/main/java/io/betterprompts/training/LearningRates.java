package io.betterprompts.training;

import ai.djl.training.tracker.ParameterTracker;
import java.util.Set;

/**
 * Learning rates that rise linearly to their peak and then fall linearly to zero.
 *
 * @param headParameters ids of the parameters that learn at the head's rate
 */
record LearningRates(double encoderPeak, double headPeak, Set<String> headParameters, int warmUpSteps, int steps)
        implements ParameterTracker {

    LearningRates {
        headParameters = Set.copyOf(headParameters);
        if (warmUpSteps < 1 || steps < warmUpSteps) {
            throw new IllegalArgumentException(warmUpSteps + " steps of warm-up in " + steps);
        }
    }

    static LearningRates of(HyperParameters hyper, Set<String> headParameters, int steps) {
        int warmUp = Math.max(1, (int) Math.round(hyper.warmUp() * steps));
        return new LearningRates(hyper.learningRate(), hyper.headLearningRate(), headParameters, warmUp, steps);
    }

    /**
     * The rate for one update of one parameter.
     *
     * @param step the first one is 1
     */
    @Override
    public float getNewValue(String parameter, int step) {
        double peak = headParameters.contains(parameter) ? headPeak : encoderPeak;
        return (float) (peak * share(step));
    }

    private double share(int step) {
        if (step <= warmUpSteps) {
            return (double) step / warmUpSteps;
        }
        return Math.max(0.0, steps - step) / (steps - warmUpSteps);
    }
}
