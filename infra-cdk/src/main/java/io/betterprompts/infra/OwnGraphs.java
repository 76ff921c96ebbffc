package io.betterprompts.infra;

import io.betterprompts.common.http.RequestLog;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.IWidget;
import software.amazon.awscdk.services.cloudwatch.MathExpression;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;

/** What the functions themselves say of their work, in graphs. docs/operations.md lists the metrics. */
record OwnGraphs(Measures measures) {

    List<List<IWidget>> rows() {
        return List.of(requests(), enhancements(), engine());
    }

    private List<IWidget> requests() {
        return List.of(
                Overview.graph("Operations: p95 in ms", 3, measures.named(RequestLog.LATENCY, "operation", "p95")),
                Overview.graph(
                        "Operations: answered with 5xx",
                        3,
                        measures.named(RequestLog.SERVER_ERRORS, "operation", "Sum")),
                Overview.graph("First requests of new environments", 3, starts()));
    }

    private IMetric[] starts() {
        List<IMetric> starts = new ArrayList<>();
        for (ProductFunction function : ProductFunction.values()) {
            if (function.isBehindApi()) {
                starts.add(start(function, RequestLog.RESTORES, "restored"));
                starts.add(start(function, RequestLog.COLD_STARTS, "without a snapshot"));
            }
        }
        return starts.toArray(IMetric[]::new);
    }

    private IMetric start(ProductFunction function, String metric, String how) {
        return measures.own(function, metric, "Sum")
                .with(MetricOptions.builder().label(function.id() + ": " + how).build());
    }

    private List<IWidget> enhancements() {
        return List.of(
                Overview.graph("Enhancements by intent", 2, measures.named("Intent", "function", "Sum")),
                Overview.graph("Techniques chosen", 2, measures.named("Technique", "function", "Sum")));
    }

    private List<IWidget> engine() {
        return List.of(
                Overview.graph(
                        "Stages of an enhancement: p95 in ms",
                        3,
                        enhance("ParseTime", "p95"),
                        enhance("ClassifyTime", "p95"),
                        enhance("SelectTime", "p95"),
                        enhance("GenerateTime", "p95"),
                        enhance("CheckTime", "p95"),
                        enhance("StoreTime", "p95")),
                Overview.graph(
                        "Results found in the cache, in percent",
                        3,
                        percent("CacheHits", "(FILL(found, 0) + FILL(other, 0))", "CacheMisses")),
                Overview.graph(
                        "Prompts of no clear intent, in percent", 3, percent("Abstentions", "other", "Enhancements")));
    }

    /** @param all an expression in which {@code found} is the first metric and {@code other} the other */
    private IMetric percent(String found, String all, String other) {
        return MathExpression.Builder.create()
                .expression("100 * FILL(found, 0) / " + all)
                .usingMetrics(new TreeMap<>(Map.of("found", enhance(found, "Sum"), "other", enhance(other, "Sum"))))
                .label(found)
                .period(Measures.PERIOD)
                .build();
    }

    private IMetric enhance(String metric, String statistic) {
        return measures.own(ProductFunction.ENHANCE, metric, statistic);
    }
}
