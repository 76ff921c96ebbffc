package io.betterprompts.infra;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Dollars a month by enhancements a month, both on logarithmic axes, as SVG. */
final class CostPlot {

    private static final int LEFT = 70;
    private static final int TOP = 20;
    private static final int WIDTH = 560;
    private static final int HEIGHT = 300;

    /** Powers of ten that the axes go from and to. */
    private static final int FIRST_X = 3;

    private static final int LAST_X = 8;
    private static final int FIRST_Y = 1;
    private static final int LAST_Y = 4;

    private static final int POINTS_FOR_A_POWER = 20;

    private final Workload workload;

    CostPlot(Workload workload) {
        this.workload = workload;
    }

    String text() {
        StringBuilder svg = new StringBuilder("""
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 680 390" font-family="sans-serif" font-size="12">
                <rect width="680" height="390" fill="white"/>
                """);
        IntStream.rangeClosed(FIRST_X, LAST_X).forEach(power -> svg.append(vertical(power)));
        IntStream.rangeClosed(FIRST_Y, LAST_Y).forEach(power -> svg.append(horizontal(power)));
        svg.append(line(DeploymentSize.DEV, "#2a78b5")).append(line(DeploymentSize.PROD, "#b5402a"));
        svg.append(text(LEFT + WIDTH / 2.0, TOP + HEIGHT + 45, "middle", "enhancements a month"));
        return svg.append(text(LEFT, TOP - 6, "start", "US dollars a month"))
                .append("</svg>\n")
                .toString();
    }

    private static String vertical(int power) {
        double x = x(power);
        return stroke(x, TOP, x, TOP + HEIGHT) + text(x, TOP + HEIGHT + 18, "middle", amount(power));
    }

    private static String horizontal(int power) {
        double y = y(power);
        return stroke(LEFT, y, LEFT + WIDTH, y) + text(LEFT - 8, y + 4, "end", amount(power));
    }

    /** As far as the size lets requests through. */
    private String line(DeploymentSize size, String colour) {
        List<Double> powers = IntStream.rangeClosed(FIRST_X * POINTS_FOR_A_POWER, LAST_X * POINTS_FOR_A_POWER)
                .mapToObj(i -> (double) i / POINTS_FOR_A_POWER)
                .filter(power -> Bill.isPossible(size, workload, Math.pow(10, power)))
                .toList();
        String points = powers.stream()
                .map(power -> round(x(power)) + "," + round(y(Math.log10(cost(size, power)))))
                .collect(Collectors.joining(" "));
        double last = powers.getLast();
        return "<polyline fill=\"none\" stroke=\"%s\" stroke-width=\"2\" points=\"%s\"/>\n".formatted(colour, points)
                + text(x(last) - 6, y(Math.log10(cost(size, last))) - 8, "end", size.id());
    }

    private double cost(DeploymentSize size, double power) {
        return Bill.of(size, workload, Math.pow(10, power)).total();
    }

    private static double x(double power) {
        return LEFT + WIDTH * (power - FIRST_X) / (LAST_X - FIRST_X);
    }

    private static double y(double power) {
        return TOP + HEIGHT * (LAST_Y - power) / (LAST_Y - FIRST_Y);
    }

    private static String amount(int power) {
        return power < 6
                ? String.format(Locale.ROOT, "%,d", (long) Math.pow(10, power))
                : (long) Math.pow(10, power - 6) + " M";
    }

    private static String stroke(double x1, double y1, double x2, double y2) {
        return "<line x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\" stroke=\"#ddd\"/>\n"
                .formatted(round(x1), round(y1), round(x2), round(y2));
    }

    private static String text(double x, double y, String anchor, String text) {
        return "<text x=\"%s\" y=\"%s\" text-anchor=\"%s\">%s</text>\n".formatted(round(x), round(y), anchor, text);
    }

    private static String round(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
