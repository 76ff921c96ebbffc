package io.betterprompts.common.metric;

import java.util.List;

/**
 * What was measured of one thing.
 *
 * @param values at least one; of a batch there may be many
 */
public record Metric(String name, Unit unit, List<? extends Number> values) {

    /** As CloudWatch calls them. */
    public enum Unit {
        COUNT("Count"),
        MILLISECONDS("Milliseconds");

        private final String word;

        Unit(String word) {
            this.word = word;
        }
    }

    public Metric {
        values = List.copyOf(values);
    }

    public static Metric count(String name, long count) {
        return new Metric(name, Unit.COUNT, List.of(count));
    }

    public static Metric millis(String name, double millis) {
        return new Metric(name, Unit.MILLISECONDS, List.of(millis));
    }

    String unitWord() {
        return unit.word;
    }

    /** One number, or a list of them. */
    Object value() {
        return values.size() == 1 ? values.getFirst() : values;
    }
}
