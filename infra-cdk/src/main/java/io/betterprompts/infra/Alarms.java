package io.betterprompts.infra;

import java.util.ArrayList;
import java.util.List;
import software.constructs.Construct;

/** What somebody should look at, beside what stops a deployment. */
final class Alarms extends Construct {

    /**
     * The throttle is set for requests of less than a second: slower ones, at its burst, need more connections than the
     * database accepts.
     */
    private static final int SLOW_MILLIS = 1000;

    private static final int BUSY_PERCENT = 80;
    private static final double GIB = 1024.0 * 1024 * 1024;

    Alarms(Construct scope, String id, Deployment deployment, Measures measures, AlarmTopic topic) {
        super(scope, id);
        List<AlarmSpec> specs = new ArrayList<>();
        for (ProductFunction function : ProductFunction.values()) {
            specs.addAll(function.isBehindApi() ? busy(function, measures) : List.of(failed(function, measures)));
        }
        specs.addAll(database(deployment.size(), measures));
        specs.forEach(spec -> topic.tellOf(spec.create(this, deployment)));
    }

    private static List<AlarmSpec> busy(ProductFunction function, Measures measures) {
        return List.of(
                AlarmSpec.above(
                                function.id() + "-slow",
                                "One call of " + function.id()
                                        + " in twenty takes more than a second, for a quarter of an hour.",
                                measures.function(function, "Duration", "p95"),
                                SLOW_MILLIS)
                        .in(3, 3),
                AlarmSpec.above(
                        function.id() + "-throttled",
                        "Lambda refused calls of " + function.id()
                                + ": the account runs as many functions at once as it may.",
                        measures.function(function, "Throttles", "Sum"),
                        0));
    }

    /** Those that no request waits for; nobody would notice. */
    private static AlarmSpec failed(ProductFunction function, Measures measures) {
        return AlarmSpec.above(
                function.id() + "-errors",
                "The function " + function.id() + " failed.",
                measures.function(function, "Errors", "Sum"),
                0);
    }

    private static List<AlarmSpec> database(DeploymentSize size, Measures measures) {
        int connections = size.throttle().burst() * ProductFunction.CONNECTIONS;
        return List.of(
                AlarmSpec.above(
                        "database-connections",
                        "More connections are open than the throttle should let requests open.",
                        measures.database("DatabaseConnections", "Maximum"),
                        connections),
                AlarmSpec.above(
                                "database-busy",
                                "The database's processor has had more than four fifths to do for a quarter of an hour.",
                                measures.database("CPUUtilization", "Average"),
                                BUSY_PERCENT)
                        .in(3, 3),
                AlarmSpec.below(
                        "database-full",
                        "The database has less than a tenth of its first storage free: it no longer grows by itself.",
                        measures.database("FreeStorageSpace", "Minimum"),
                        size.database().storageGb() * GIB / 10));
    }
}
