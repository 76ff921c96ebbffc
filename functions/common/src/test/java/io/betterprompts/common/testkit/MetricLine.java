package io.betterprompts.common.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.betterprompts.common.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** A line of the log as CloudWatch reads it: what AWS's specification of the embedded metric format asks for is checked here. */
public final class MetricLine {

    private static final int LONGEST_NAME = 1024;
    private static final int MOST_DIMENSIONS = 30;
    private static final int MOST_METRICS = 100;
    private static final int MOST_VALUES = 100;
    private static final Set<String> UNITS = Set.of("Count", "Milliseconds");

    private final JsonNode line;
    private final Map<String, List<Double>> values = new TreeMap<>();

    private MetricLine(JsonNode line) {
        this.line = line;
    }

    /** Those lines of a log that hold metrics. */
    public static List<MetricLine> in(String log) {
        List<MetricLine> found = new ArrayList<>();
        log.lines().filter(line -> line.contains("\"_aws\"")).forEach(line -> found.add(read(line)));
        return found;
    }

    public static MetricLine read(String line) {
        MetricLine read = new MetricLine(Json.mapper().readTree(line));
        JsonNode metadata = read.line.path("_aws");
        assertThat(metadata.propertyNames()).containsExactlyInAnyOrder("Timestamp", "CloudWatchMetrics");
        assertThat(metadata.path("Timestamp").isIntegralNumber()).isTrue();
        assertThat(metadata.path("CloudWatchMetrics").isArray()).isTrue();
        metadata.path("CloudWatchMetrics").forEach(read::directive);
        return read;
    }

    private void directive(JsonNode directive) {
        assertThat(directive.propertyNames()).containsExactlyInAnyOrder("Namespace", "Dimensions", "Metrics");
        assertThat(directive.path("Namespace").asString()).hasSizeBetween(1, LONGEST_NAME);
        assertThat(directive.path("Dimensions").size()).isPositive();
        directive.path("Dimensions").forEach(this::dimensions);
        assertThat(directive.path("Metrics").size()).isBetween(1, MOST_METRICS);
        directive.path("Metrics").forEach(metric -> metric(directive, metric));
    }

    private void dimensions(JsonNode set) {
        assertThat(set.size()).isBetween(1, MOST_DIMENSIONS);
        set.forEach(name -> {
            assertThat(name.asString()).hasSizeBetween(1, 250);
            assertThat(line.path(name.asString()).isString()).isTrue();
            assertThat(line.path(name.asString()).asString()).hasSizeBetween(1, LONGEST_NAME);
        });
    }

    private void metric(JsonNode directive, JsonNode metric) {
        assertThat(metric.propertyNames()).containsExactlyInAnyOrder("Name", "Unit");
        String name = metric.path("Name").asString();
        assertThat(name).hasSizeBetween(1, LONGEST_NAME).isPrintable();
        assertThat(UNITS).contains(metric.path("Unit").asString());
        JsonNode target = line.path(name);
        List<Double> numbers = new ArrayList<>();
        (target.isArray() ? target : Json.mapper().createArrayNode().add(target))
                .forEach(number -> numbers.add(number.doubleValue()));
        assertThat(numbers).hasSizeBetween(1, MOST_VALUES);
        String dimension = directive.at("/Dimensions/0/0").asString();
        values.put(dimension + "=" + line.path(dimension).asString() + " " + name, numbers);
    }

    /** Each metric by its dimension and its name, such as {@code operation=enhance Latency}. */
    public Map<String, List<Double>> values() {
        return values;
    }

    public JsonNode json() {
        return line;
    }
}
