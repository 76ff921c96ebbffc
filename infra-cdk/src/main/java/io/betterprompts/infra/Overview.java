package io.betterprompts.infra;

import java.util.ArrayList;
import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.Dashboard;
import software.amazon.awscdk.services.cloudwatch.GraphWidget;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.IWidget;
import software.amazon.awscdk.services.cloudwatch.LogQueryVisualizationType;
import software.amazon.awscdk.services.cloudwatch.LogQueryWidget;
import software.constructs.Construct;

/**
 * One page: the API, what the functions say of their work, each function, the database, the cache. It shows only what AWS measures
 * and what our logs say.
 */
final class Overview extends Construct {

    private static final int WIDTH = 24;
    private static final int HEIGHT = 6;

    private final Deployment deployment;
    private final Measures measures;

    Overview(Construct scope, String id, Deployment deployment, Measures measures) {
        super(scope, id);
        this.deployment = deployment;
        this.measures = measures;
        List<List<IWidget>> rows = new ArrayList<>();
        rows.add(api());
        rows.add(List.of(routes(), restores()));
        rows.addAll(new OwnGraphs(measures).rows());
        for (ProductFunction function : ProductFunction.values()) {
            if (function.isBehindApi()) {
                rows.add(function(function));
            }
        }
        rows.add(database());
        rows.add(cache());
        Dashboard.Builder.create(this, "Dashboard")
                .dashboardName(deployment.name("dashboard"))
                .defaultInterval(Duration.hours(24))
                .widgets(rows)
                .build();
    }

    private List<IWidget> api() {
        return List.of(
                graph(
                        "Requests, and those answered with 4xx and 5xx",
                        2,
                        measures.api("Count", "Sum"),
                        measures.api("4xx", "Sum"),
                        measures.api("5xx", "Sum")),
                graph(
                        "How long an answer takes, in ms",
                        2,
                        measures.api("Latency", "p50"),
                        measures.api("Latency", "p95")));
    }

    private List<IWidget> function(ProductFunction function) {
        String name = function.id();
        return List.of(
                graph(
                        name + ": calls, errors, throttles",
                        3,
                        measures.function(function, "Invocations", "Sum"),
                        measures.function(function, "Errors", "Sum"),
                        measures.function(function, "Throttles", "Sum")),
                graph(
                        name + ": duration in ms",
                        3,
                        measures.function(function, "Duration", "p50"),
                        measures.function(function, "Duration", "p95")),
                graph(name + ": running at once", 3, measures.function(function, "ConcurrentExecutions", "Maximum")));
    }

    /** From the API's own log. */
    private IWidget routes() {
        return logs("Routes", LogQueryVisualizationType.TABLE, List.of(HttpRoutes.logName(deployment)), """
                stats count(*) as requests, sum(status >= 500) as failed, pct(latency_ms, 50) as p50, pct(latency_ms, 95) as p95 by route
                | sort failed desc, requests desc
                | limit 30""");
    }

    /** A new environment is restored from its function's snapshot; Lambda writes into the function's log how long that took. */
    private IWidget restores() {
        List<String> functions = new ArrayList<>();
        for (ProductFunction function : ProductFunction.values()) {
            if (function.isBehindApi()) {
                functions.add(JavaFunction.logName(deployment, function));
            }
        }
        return logs("Cold starts: restores from the snapshot, in ms", LogQueryVisualizationType.TABLE, functions, """
                filter @type = "REPORT"
                | parse @message /Restore Duration: (?<restore>[0-9.]+) ms/
                | filter ispresent(restore)
                | stats count(*) as restores, pct(restore, 50) as p50, pct(restore, 95) as p95, max(restore) as most by @log""");
    }

    private List<IWidget> database() {
        return List.of(
                graph("Database: connections", 4, measures.database("DatabaseConnections", "Maximum")),
                graph("Database: processor in percent", 4, measures.database("CPUUtilization", "Average")),
                graph("Database: free storage in bytes", 4, measures.database("FreeStorageSpace", "Minimum")),
                graph(
                        "Database: reading and writing, in seconds",
                        4,
                        measures.database("ReadLatency", "Average"),
                        measures.database("WriteLatency", "Average")));
    }

    private List<IWidget> cache() {
        return List.of(
                graph(
                        "Cache: units read and written",
                        2,
                        measures.cache("ConsumedReadCapacityUnits", "Sum"),
                        measures.cache("ConsumedWriteCapacityUnits", "Sum")),
                graph(
                        "Cache: refused",
                        2,
                        measures.cache("ReadThrottleEvents", "Sum"),
                        measures.cache("WriteThrottleEvents", "Sum")));
    }

    /** @param inRow how many of the same width stand in a row */
    static GraphWidget graph(String title, int inRow, IMetric... metrics) {
        return GraphWidget.Builder.create()
                .title(title)
                .left(List.of(metrics))
                .width(WIDTH / inRow)
                .height(HEIGHT)
                .build();
    }

    private static LogQueryWidget logs(String title, LogQueryVisualizationType view, List<String> logs, String query) {
        return LogQueryWidget.Builder.create()
                .title(title)
                .logGroupNames(logs)
                .queryString(query)
                .view(view)
                .width(WIDTH / 2)
                .height(HEIGHT)
                .build();
    }
}
