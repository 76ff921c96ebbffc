package io.betterprompts.benchmarks.data;

import java.util.Arrays;
import java.util.Locale;

/**
 * How long a kind of request took.
 *
 * @param millis each of them, from the fastest to the slowest
 */
@SuppressWarnings("ArrayRecordComponent") // made once, printed once
record Timing(String name, double[] millis) {

    Timing {
        millis = millis.clone();
        Arrays.sort(millis);
    }

    /** The time that so many of a hundred requests did not exceed. */
    double percentile(int percent) {
        return millis[Math.min(millis.length - 1, (int) Math.ceil(millis.length * percent / 100.0) - 1)];
    }

    /** A line of a table in Markdown. */
    String line() {
        return String.format(
                Locale.ROOT, "| %s | %.1f | %.1f | %.1f |", name, percentile(50), percentile(95), percentile(99));
    }
}
