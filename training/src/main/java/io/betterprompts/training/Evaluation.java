package io.betterprompts.training;

import io.betterprompts.engine.classify.Classification;
import io.betterprompts.engine.classify.Intent;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** How good predictions are. Every figure is 0 to 1, and 0 where it is not defined. */
record Evaluation(List<Prediction> predictions) {

    private static final List<Intent> INTENTS = List.of(Intent.values());
    private static final int BINS = 10;

    Evaluation {
        predictions = List.copyOf(predictions);
    }

    /**
     * What was predicted for one row.
     *
     * @param probabilities one for each intent, in their order
     */
    record Prediction(LabelledPrompt prompt, List<Double> probabilities, boolean abstained) {

        Prediction {
            probabilities = List.copyOf(probabilities);
        }

        static Prediction of(LabelledPrompt prompt, Classification classification) {
            Map<Intent, Double> probabilities = new EnumMap<>(Intent.class);
            classification.ranked().forEach(scored -> probabilities.put(scored.intent(), scored.probability()));
            return new Prediction(prompt, List.copyOf(probabilities.values()), classification.abstained());
        }

        /** A prediction without doubt, as a rule makes it. */
        static Prediction certain(LabelledPrompt prompt, Intent intent) {
            List<Double> probabilities =
                    INTENTS.stream().map(other -> other == intent ? 1.0 : 0.0).toList();
            return new Prediction(prompt, probabilities, false);
        }

        Intent best() {
            return INTENTS.get(probabilities.indexOf(confidence()));
        }

        double confidence() {
            return probabilities.stream().max(Comparator.naturalOrder()).orElseThrow();
        }

        boolean isRight() {
            return best() == prompt.intent();
        }

        boolean isAmongBest(int count) {
            double own = probabilities.get(INTENTS.indexOf(prompt.intent()));
            return probabilities.stream().filter(other -> other > own).count() < count;
        }
    }

    /** Precision, recall and their harmonic mean for one intent, and its number of rows. */
    record PerIntent(double precision, double recall, double f1, long rows) {}

    double accuracy() {
        return share(Prediction::isRight);
    }

    double top2() {
        return share(prediction -> prediction.isAmongBest(2));
    }

    /** Mean of the F1 of the intents that have rows. */
    double macroF1() {
        return INTENTS.stream()
                .map(this::of)
                .filter(figures -> figures.rows() > 0)
                .mapToDouble(PerIntent::f1)
                .average()
                .orElse(0);
    }

    PerIntent of(Intent intent) {
        long rows = count(prediction -> prediction.prompt().intent() == intent);
        long predicted = count(prediction -> prediction.best() == intent);
        long right = count(prediction -> prediction.isRight() && prediction.best() == intent);
        return new PerIntent(ratio(right, predicted), ratio(right, rows), ratio(2 * right, rows + predicted), rows);
    }

    long confused(Intent actual, Intent predicted) {
        return count(prediction -> prediction.prompt().intent() == actual && prediction.best() == predicted);
    }

    /** Mean distance between confidence and accuracy over ten bins of equal width, weighted by their rows. */
    double expectedCalibrationError() {
        Map<Integer, List<Prediction>> bins = predictions.stream().collect(Collectors.groupingBy(prediction ->
                (int) Math.min(BINS - 1.0, prediction.confidence() * BINS)));
        return bins.values().stream().mapToDouble(Evaluation::distance).sum() / Math.max(1, predictions.size());
    }

    private static double distance(List<Prediction> bin) {
        return Math.abs(bin.stream()
                .mapToDouble(prediction -> prediction.confidence() - (prediction.isRight() ? 1 : 0))
                .sum());
    }

    /** Share of rows on which the classifier did not abstain. */
    double coverage() {
        return share(prediction -> !prediction.abstained());
    }

    /** Accuracy on those rows. */
    double precision() {
        return ratio(
                count(prediction -> !prediction.abstained() && prediction.isRight()),
                count(prediction -> !prediction.abstained()));
    }

    /** The largest share of rows, taken from the most confident on, of which at least this share is right. */
    double coverageAtPrecision(double precision) {
        double threshold = thresholdFor(precision);
        return share(prediction -> prediction.confidence() >= threshold);
    }

    /** The smallest threshold that gives this precision; 1 where none does. */
    double thresholdFor(double precision) {
        List<Prediction> sorted = predictions.stream()
                .sorted(Comparator.comparingDouble(Prediction::confidence).reversed())
                .toList();
        double threshold = 1;
        long right = 0;
        for (int i = 0; i < sorted.size(); i++) {
            right += sorted.get(i).isRight() ? 1 : 0;
            if (ratio(right, i + 1) >= precision) {
                threshold = sorted.get(i).confidence();
            }
        }
        return threshold;
    }

    Map<String, Evaluation> byLanguage() {
        return predictions.stream()
                .collect(Collectors.groupingBy(
                        prediction -> prediction.prompt().language(),
                        TreeMap::new,
                        Collectors.collectingAndThen(Collectors.toList(), Evaluation::new)));
    }

    private double share(Predicate<Prediction> wanted) {
        return ratio(count(wanted), predictions.size());
    }

    private long count(Predicate<Prediction> wanted) {
        return predictions.stream().filter(wanted).count();
    }

    private static double ratio(long part, long whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }
}
