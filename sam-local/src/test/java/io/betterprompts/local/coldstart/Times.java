package io.betterprompts.local.coldstart;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** What is made of measured times. */
final class Times {

    private Times() {}

    static Duration median(List<Duration> times) {
        List<Duration> sorted = times.stream().sorted().toList();
        return sorted.get((sorted.size() - 1) / 2)
                .plus(sorted.get(sorted.size() / 2))
                .dividedBy(2);
    }

    static String ms(Duration time) {
        return String.format(Locale.ROOT, "%.1f", time.toNanos() / 1e6);
    }

    static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.1f", time.toMillis() / 1e3);
    }

    /** The median of what each takes of the one in the same place, and between what all of them lie. */
    static String ratios(List<Duration> times, List<Duration> before) {
        double[] ratios = IntStream.range(0, times.size())
                .mapToDouble(
                        i -> (double) times.get(i).toNanos() / before.get(i).toNanos())
                .sorted()
                .toArray();
        return String.format(
                Locale.ROOT,
                "%.2f (%.2f to %.2f)",
                (ratios[(ratios.length - 1) / 2] + ratios[ratios.length / 2]) / 2,
                ratios[0],
                ratios[ratios.length - 1]);
    }
}
