package io.betterprompts.training;

import io.betterprompts.engine.classify.Intent;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How good predictions are. Every figure is 0 to 1, and 0 where it is not defined. */
record Evaluation(List<Prediction> predictions) {

    private static final List<Intent> INTENTS = List.of(Intent.values());
    private static final int BINS = 10;

    Evaluation {
        predictions = List.copyOf(predictions);
    }

    /** @param probabilities one for each intent, in their order */
    record Prediction(LabelledPrompt prompt, List<Double> probabilities) {

        Prediction {
            probabilities = List.copyOf(probabilities);
        }

        static Prediction of(LabelledPrompt prompt, double... probabilities) {
            return new Prediction(prompt, Arrays.stream(probabilities).boxed().toList());
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

    /** Share of rows at or above a threshold. */
    double coverageAt(double threshold) {
        return share(prediction -> prediction.confidence() >= threshold);
    }

    /** Accuracy of the rows at or above a threshold. */
    double precisionAt(double threshold) {
        return ratio(
                count(prediction -> prediction.confidence() >= threshold && prediction.isRight()),
                count(prediction -> prediction.confidence() >= threshold));
    }

    /** The largest share of rows, taken from the most confident on, of which at least this share is right. */
    double coverageAtPrecision(double precision) {
        return coverageAt(thresholdFor(precision));
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

    Evaluation only(Predicate<LabelledPrompt> wanted) {
        return new Evaluation(predictions.stream()
                .filter(prediction -> wanted.test(prediction.prompt()))
                .toList());
    }

    private double share(Predicate<Prediction> wanted) {
        return ratio(count(wanted), predictions.size());
    }

    private long count(Predicate<Prediction> wanted) {
        Stream<Prediction> counted = predictions.stream().filter(wanted);
        return counted.count();
    }

    private static double ratio(long part, long whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }
}
