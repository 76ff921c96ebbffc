package io.betterprompts.infra;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a month costs, in dollars.
 *
 * @param lines by what is paid for
 */
record Bill(Map<String, Double> lines) {

    private static final double HOURS = 730;

    /** Above so many enhancements a month the database is a larger one than the size has by itself. */
    static final double LARGE = 10_000_000;

    Bill {
        lines = new LinkedHashMap<>(lines);
    }

    static Bill of(DeploymentSize size, Workload workload, double enhancements) {
        Inventory plain = Inventory.of(size);
        Inventory.DatabaseClass database =
                enhancements > LARGE ? Inventory.DatabaseClass.M7G_2XLARGE : plain.database();
        return of(plain.with(database, workload.storedGb(enhancements)), workload, enhancements);
    }

    static Bill of(Inventory inventory, Workload workload, double enhancements) {
        double requests = workload.requests(enhancements);
        double logGb = requests * workload.logBytes() / 1e9;
        Map<String, Double> lines = new LinkedHashMap<>();
        lines.put("Database: instances", inventory.database().price().of(HOURS) * inventory.databaseInstances());
        lines.put(
                "Database: storage", Price.DATABASE_STORAGE.of(inventory.storageGb()) * inventory.databaseInstances());
        lines.put("Database: RDS Proxy", proxy(inventory));
        lines.put("Interface endpoints", Price.ENDPOINT.of(HOURS * inventory.endpointZones()));
        lines.put(
                "Secrets and keys",
                Price.SECRET.of(inventory.secrets())
                        + Price.KEY.of(inventory.keys())
                        + Price.SECRET_READS.of(requests * workload.restoredShare()));
        lines.put(
                "Alarms and dashboard",
                Price.ALARM.of(inventory.alarms()) + Price.DASHBOARD.of(inventory.dashboards()));
        lines.put("Metrics", Price.METRIC.of(inventory.dashboards() * workload.metrics(enhancements)));
        lines.put("API Gateway", Price.API_REQUESTS.of(requests));
        lines.put(
                "Lambda",
                Price.LAMBDA_REQUESTS.of(requests)
                        + Price.LAMBDA_GB_SECONDS.of(
                                workload.gbSeconds(enhancements, ProductFunction.ENHANCE.memoryMb())));
        lines.put(
                "DynamoDB",
                Price.CACHE_READS.of(requests * workload.cacheReads())
                        + Price.CACHE_WRITES.of(
                                requests * workload.cacheWrites() + enhancements * workload.enhanceCacheWrites()));
        lines.put("Logs", Price.LOGS_IN.of(logGb) + Price.LOGS_KEPT.of(logGb * inventory.logMonths()));
        lines.put("Traces", Price.TRACES.of(workload.traces(enhancements)));
        lines.put("Answers sent", Price.TRANSFER.of(requests * workload.answerBytes() / 1e9));
        return new Bill(lines);
    }

    private static double proxy(Inventory inventory) {
        return inventory.proxied()
                ? Price.DATABASE_PROXY.of(HOURS * inventory.database().processors())
                : 0;
    }

    double total() {
        return lines.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    /** Whether the size's throttle lets so many requests through, were they to come evenly. */
    static boolean isPossible(DeploymentSize size, Workload workload, double enhancements) {
        return workload.requests(enhancements) <= Inventory.of(size).requestsPerSecond() * Workload.SECONDS_OF_A_MONTH;
    }
}
