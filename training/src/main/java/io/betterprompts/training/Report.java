package io.betterprompts.training;

import io.betterprompts.engine.classify.Intent;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** An evaluation in Markdown, readable as it is in a terminal. */
final class Report {

    private static final List<Intent> INTENTS = List.of(Intent.values());

    private Report() {}

    static String of(Evaluation evaluation) {
        return calibration(evaluation) + perIntent(evaluation) + languages(evaluation) + confusion(evaluation);
    }

    /** The table in which rules and classifiers stand one below the other. */
    static String headlines(List<String> lines) {
        return "| | accuracy | macro-F1 | two best |\n|---|---|---|---|\n" + String.join("", lines) + "\n";
    }

    /** One line for a rule, which has no second best. */
    static String baseline(String name, Evaluation evaluation) {
        return String.format(
                Locale.ROOT, "| %s | %.3f | %.3f | |%n", name, evaluation.accuracy(), evaluation.macroF1());
    }

    static String headline(String name, Evaluation evaluation) {
        return String.format(
                Locale.ROOT,
                "| %s | %.3f | %.3f | %.3f |%n",
                name,
                evaluation.accuracy(),
                evaluation.macroF1(),
                evaluation.top2());
    }

    private static String calibration(Evaluation evaluation) {
        return String.format(
                Locale.ROOT,
                "Expected calibration error %.3f. It does not abstain on %.1f %% and is right on %.1f %% of those; a threshold "
                        + "made for these very prompts would keep %.1f %% at 90 %% right.%n%n",
                evaluation.expectedCalibrationError(),
                100 * evaluation.coverage(),
                100 * evaluation.precision(),
                100 * evaluation.coverageAtPrecision(0.90));
    }

    private static String perIntent(Evaluation evaluation) {
        return "| intent | precision | recall | F1 | prompts |\n|---|---|---|---|---|\n"
                + INTENTS.stream()
                        .map(intent -> row(intent, evaluation.of(intent)))
                        .collect(Collectors.joining("", "", "\n"));
    }

    private static String row(Intent intent, Evaluation.PerIntent figures) {
        return String.format(
                Locale.ROOT,
                "| %s | %.3f | %.3f | %.3f | %d |%n",
                intent.label(),
                figures.precision(),
                figures.recall(),
                figures.f1(),
                figures.rows());
    }

    private static String languages(Evaluation evaluation) {
        if (evaluation.byLanguage().size() == 1) {
            return "";
        }
        return "| language | accuracy | not abstained | right of those | prompts |\n|---|---|---|---|---|\n"
                + evaluation.byLanguage().entrySet().stream()
                        .map(entry -> language(entry.getKey(), entry.getValue()))
                        .collect(Collectors.joining("", "", "\n"));
    }

    private static String language(String language, Evaluation own) {
        return String.format(
                Locale.ROOT,
                "| %s | %.3f | %.3f | %.3f | %d |%n",
                language,
                own.accuracy(),
                own.coverage(),
                own.precision(),
                own.predictions().size());
    }

    /** Rows are what it was, columns what was said. */
    private static String confusion(Evaluation evaluation) {
        String header =
                INTENTS.stream().map(Report::shortened).collect(Collectors.joining(" | ", "| was \\ said | ", " |\n"));
        return header
                + "|---".repeat(INTENTS.size() + 1)
                + "|\n"
                + INTENTS.stream()
                        .map(actual -> confusionRow(actual, evaluation))
                        .collect(Collectors.joining());
    }

    private static String confusionRow(Intent actual, Evaluation evaluation) {
        return INTENTS.stream()
                .map(said -> evaluation.confused(actual, said))
                .map(count -> count == 0 ? "" : Long.toString(count))
                .collect(Collectors.joining(" | ", "| " + actual.label() + " | ", " |\n"));
    }

    static String shortened(Intent intent) {
        return intent.label().substring(0, 4);
    }
}
