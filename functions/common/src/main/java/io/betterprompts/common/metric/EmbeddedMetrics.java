package io.betterprompts.common.metric;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * CloudWatch's embedded metric format: members of a line of the log, itself one JSON object, that CloudWatch Logs makes metrics
 * of. Nothing is sent, and nothing waited for.
 *
 * @param namespace that the metrics are put in
 */
public record EmbeddedMetrics(String namespace, Clock clock) {

    /** The member that makes metrics of the others. */
    public static final String MEMBER = "_aws";

    /**
     * Metrics by one dimension.
     *
     * @param dimension the member of the line that says by what, with a short text that comes from a list
     */
    public record Group(String dimension, List<Metric> metrics) {

        public Group {
            metrics = List.copyOf(metrics);
        }
    }

    /** What the line must have beside its dimensions. Groups of no metrics are left out. */
    public Map<String, Object> members(List<Group> groups) {
        List<Group> some =
                groups.stream().filter(group -> !group.metrics().isEmpty()).toList();
        Map<String, Object> members = new LinkedHashMap<>();
        members.put(
                MEMBER,
                Map.of(
                        "Timestamp",
                        clock.millis(),
                        "CloudWatchMetrics",
                        some.stream().map(this::directive).toList()));
        some.forEach(group -> group.metrics().forEach(metric -> members.put(metric.name(), metric.value())));
        return members;
    }

    private Map<String, Object> directive(Group group) {
        List<Map<String, String>> metrics = new ArrayList<>();
        group.metrics().forEach(metric -> metrics.add(Map.of("Name", metric.name(), "Unit", metric.unitWord())));
        return Map.of("Namespace", namespace, "Dimensions", List.of(List.of(group.dimension())), "Metrics", metrics);
    }
}
