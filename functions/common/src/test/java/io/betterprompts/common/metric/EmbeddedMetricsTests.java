package io.betterprompts.common.metric;

import static org.assertj.core.api.Assertions.assertThat;

import io.betterprompts.common.json.Json;
import io.betterprompts.common.metric.EmbeddedMetrics.Group;
import io.betterprompts.common.testkit.MetricLine;
import io.betterprompts.common.testkit.MutableClock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EmbeddedMetricsTests {

    private final EmbeddedMetrics metrics =
            new EmbeddedMetrics("product-dev", new MutableClock(Instant.ofEpochMilli(1_700_000_000_123L)));

    @Test
    void areWhatTheSpecificationOfTheFormatAsksFor() {
        String line = line(List.of(
                new Group("operation", List.of(Metric.millis("Latency", 12.5), Metric.count("ClientErrors", 1))),
                new Group("function", List.of(new Metric("Time", Metric.Unit.MILLISECONDS, List.of(1.5, 2.0))))));

        assertThat(Json.mapper().readTree(line)).isEqualTo(Json.mapper().readTree("""
                {"operation": "makeThing", "function": "things",
                 "_aws": {"Timestamp": 1700000000123, "CloudWatchMetrics": [
                   {"Namespace": "product-dev", "Dimensions": [["operation"]],
                    "Metrics": [{"Name": "Latency", "Unit": "Milliseconds"}, {"Name": "ClientErrors", "Unit": "Count"}]},
                   {"Namespace": "product-dev", "Dimensions": [["function"]],
                    "Metrics": [{"Name": "Time", "Unit": "Milliseconds"}]}]},
                 "Latency": 12.5, "ClientErrors": 1, "Time": [1.5, 2.0]}"""));
        assertThat(MetricLine.read(line).values())
                .containsEntry("operation=makeThing Latency", List.of(12.5))
                .containsEntry("function=things Time", List.of(1.5, 2.0));
    }

    @Test
    void leaveOutAGroupOfNone() {
        String line = line(List.of(
                new Group("operation", List.of(Metric.count("Requests", 1))), new Group("function", List.of())));

        assertThat(MetricLine.read(line).values()).containsOnlyKeys("operation=makeThing Requests");
    }

    private String line(List<Group> groups) {
        Map<String, Object> line = new LinkedHashMap<>(Map.of("operation", "makeThing", "function", "things"));
        line.putAll(metrics.members(groups));
        return Json.mapper().writeValueAsString(line);
    }
}
