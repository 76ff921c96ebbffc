package io.betterprompts.training;

import io.betterprompts.engine.classify.Intent;
import java.util.Arrays;
import java.util.List;

/** What the loss compares the predictions with: a smoothed label, scaled by the weight of the row. */
final class TargetWeights {

    private static final int LABELS = Intent.values().length;

    private final double smoothing;
    private final double nonEnglish;
    private final double[] labelWeights;

    /**
     * Weights for these rows.
     *
     * @param smoothing share of the target spread over all labels
     * @param nonEnglish weight of a row in another language, relative to an English one
     */
    TargetWeights(List<LabelledPrompt> training, double smoothing, double nonEnglish) {
        this.smoothing = smoothing;
        this.nonEnglish = nonEnglish;
        this.labelWeights = balanced(training);
    }

    /** Each label counts the same in sum, however many rows it has. */
    private static double[] balanced(List<LabelledPrompt> prompts) {
        return Arrays.stream(Intent.values())
                .mapToDouble(intent -> prompts.stream()
                        .filter(prompt -> prompt.intent() == intent)
                        .count())
                .map(count -> count == 0 ? 0 : prompts.size() / (LABELS * count))
                .toArray();
    }

    /** Row-major: one row of targets for each example. */
    float[] targets(List<Example> batch) {
        float[] targets = new float[batch.size() * LABELS];
        for (int row = 0; row < batch.size(); row++) {
            Example example = batch.get(row);
            double weight = labelWeights[example.label()] * (example.prompt().isEnglish() ? 1 : nonEnglish);
            Arrays.fill(targets, row * LABELS, (row + 1) * LABELS, (float) (weight * smoothing / LABELS));
            targets[row * LABELS + example.label()] += (float) (weight * (1 - smoothing));
        }
        return targets;
    }
}
