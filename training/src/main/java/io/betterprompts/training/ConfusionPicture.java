package io.betterprompts.training;

import io.betterprompts.engine.classify.Intent;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A confusion matrix as an SVG picture: the darker a field, the larger its share of the row's prompts. */
final class ConfusionPicture {

    private static final List<Intent> INTENTS = List.of(Intent.values());
    private static final int FIELD = 34;
    private static final int LEFT = 190;
    private static final int TOP = 150;

    private final Evaluation evaluation;

    private ConfusionPicture(Evaluation evaluation) {
        this.evaluation = evaluation;
    }

    static String svg(Evaluation evaluation) {
        return new ConfusionPicture(evaluation).svg();
    }

    private String svg() {
        int width = LEFT + FIELD * INTENTS.size() + 20;
        int height = TOP + FIELD * INTENTS.size() + 20;
        return String.format(
                        Locale.ROOT,
                        """
                        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="sans-serif" font-size="12" role="img">
                        <title>What each intent was taken for, on %d prompts</title>
                        <rect width="100%%" height="100%%" fill="#ffffff"/>
                        """,
                        width,
                        height,
                        evaluation.predictions().size())
                + each(this::heading)
                + each(this::row)
                + "</svg>\n";
    }

    private String each(IntFunction<String> drawing) {
        return IntStream.range(0, INTENTS.size()).mapToObj(drawing).collect(Collectors.joining());
    }

    private String heading(int column) {
        int x = LEFT + FIELD * column + FIELD / 2 + 4;
        return String.format(
                Locale.ROOT,
                "<text transform=\"translate(%d,%d) rotate(-60)\">%s</text>%n",
                x,
                TOP - 8,
                INTENTS.get(column).label());
    }

    private String row(int row) {
        String label = String.format(
                Locale.ROOT,
                "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>%n",
                LEFT - 8,
                TOP + FIELD * row + FIELD / 2 + 4,
                INTENTS.get(row).label());
        return label + each(column -> field(row, column));
    }

    private String field(int row, int column) {
        long count = evaluation.confused(INTENTS.get(row), INTENTS.get(column));
        long all = Math.max(1, evaluation.of(INTENTS.get(row)).rows());
        double share = (double) count / all;
        int x = LEFT + FIELD * column;
        int y = TOP + FIELD * row;
        String square = String.format(
                Locale.ROOT,
                "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"%s\" fill-opacity=\"%.3f\" stroke=\"#d0d7de\"/>%n",
                x,
                y,
                FIELD,
                FIELD,
                row == column ? "#1a7f37" : "#cf222e",
                share);
        return count == 0
                ? square
                : square
                        + String.format(
                                Locale.ROOT,
                                "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\" fill=\"%s\">%d</text>%n",
                                x + FIELD / 2,
                                y + FIELD / 2 + 4,
                                share > 0.5 ? "#ffffff" : "#1f2328",
                                count);
    }
}
