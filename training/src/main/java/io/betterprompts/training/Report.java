package io.betterprompts.training;

import io.betterprompts.engine.classify.Intent;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** An evaluation as text for people. */
final class Report {

    private static final List<Intent> INTENTS = List.of(Intent.values());

    private Report() {}

    static String of(String name, Evaluation evaluation) {
        return headline(name, evaluation)
                + calibration(evaluation)
                + perIntent(evaluation)
                + languages(evaluation)
                + confusion(evaluation);
    }

    /** One line for a rule, which has no second best. */
    static String baseline(String name, Evaluation evaluation) {
        return String.format(
                Locale.ROOT, "%-28s accuracy %.4f, macro-F1 %.4f%n", name, evaluation.accuracy(), evaluation.macroF1());
    }

    private static String headline(String name, Evaluation evaluation) {
        return String.format(
                Locale.ROOT,
                "%-28s accuracy %.4f, macro-F1 %.4f, top-2 %.4f, %d rows%n",
                name,
                evaluation.accuracy(),
                evaluation.macroF1(),
                evaluation.top2(),
                evaluation.predictions().size());
    }

    private static String calibration(Evaluation evaluation) {
        return String.format(
                Locale.ROOT,
                "ECE %.4f, coverage at 0.90 precision %.4f, not abstained %.4f, right of these %.4f%n",
                evaluation.expectedCalibrationError(),
                evaluation.coverageAtPrecision(0.90),
                evaluation.coverage(),
                evaluation.precision());
    }

    private static String perIntent(Evaluation evaluation) {
        return INTENTS.stream()
                .map(intent -> row(intent, evaluation.of(intent)))
                .collect(
                        Collectors.joining("", String.format("%n%-24s precision recall     F1  rows%n", "intent"), ""));
    }

    private static String row(Intent intent, Evaluation.PerIntent figures) {
        return String.format(
                Locale.ROOT,
                "%-24s %9.3f %6.3f %6.3f %5d%n",
                intent.label(),
                figures.precision(),
                figures.recall(),
                figures.f1(),
                figures.rows());
    }

    private static String languages(Evaluation evaluation) {
        return evaluation.byLanguage().entrySet().stream()
                .map(entry -> String.format(
                        Locale.ROOT,
                        "%s %.3f (%d)",
                        entry.getKey(),
                        entry.getValue().accuracy(),
                        entry.getValue().predictions().size()))
                .collect(Collectors.joining(", ", "\naccuracy by language: ", "\n"));
    }

    /** Rows are what it was, columns what was said. */
    private static String confusion(Evaluation evaluation) {
        String header = INTENTS.stream()
                .map(intent -> String.format("%5s", shortened(intent)))
                .collect(Collectors.joining("", String.format("%n%-24s", "was \\ said"), "\n"));
        return header
                + INTENTS.stream()
                        .map(actual -> INTENTS.stream()
                                .map(said -> String.format(Locale.ROOT, "%5d", evaluation.confused(actual, said)))
                                .collect(Collectors.joining("", String.format("%-24s", actual.label()), "\n")))
                        .collect(Collectors.joining());
    }

    private static String shortened(Intent intent) {
        return intent.label().substring(0, 4);
    }
}
