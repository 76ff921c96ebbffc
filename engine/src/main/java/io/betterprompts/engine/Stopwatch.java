package io.betterprompts.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/** Times the stages of one call. */
final class Stopwatch {

    private static final double NANOS_PER_MILLI = 1e6;

    private final LongSupplier nanoTime;
    private final List<Long> laps = new ArrayList<>();

    Stopwatch(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        lap();
    }

    /** Ends a stage. */
    void lap() {
        laps.add(nanoTime.getAsLong());
    }

    /** The timings of the five stages ended so far. */
    StageTimings timings() {
        return new StageTimings(lap(1), lap(2), lap(3), lap(4), lap(5), millis(0, laps.size() - 1));
    }

    private double lap(int number) {
        return millis(number - 1, number);
    }

    private double millis(int from, int to) {
        return (laps.get(to) - laps.get(from)) / NANOS_PER_MILLI;
    }
}
