package io.betterprompts.infra;

import java.util.Locale;
import software.amazon.awscdk.services.logs.RetentionDays;

/** What differs between a deployment to try things and one that people rely on. Everything else is the same. */
enum DeploymentSize {
    DEV,
    PROD;

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    Database database() {
        return switch (this) {
            case DEV -> new Database("t4g.micro", false, 20, 50, 1);
            case PROD -> new Database("t4g.medium", true, 50, 500, 14);
        };
    }

    /**
     * A Lambda environment answers one request at a time and has two connections at most, so with requests of less than
     * a second a burst stays below the connections that the instance accepts.
     */
    Throttle throttle() {
        return switch (this) {
            case DEV -> new Throttle(10, 30);
            case PROD -> new Throttle(100, 150);
        };
    }

    RetentionDays logRetention() {
        return switch (this) {
            case DEV -> RetentionDays.ONE_WEEK;
            case PROD -> RetentionDays.THREE_MONTHS;
        };
    }

    /** Whether functions reach the database through a proxy, which keeps connections open for them and costs by the hour. */
    boolean hasDatabaseProxy() {
        return this == PROD;
    }

    /** Whether data is encrypted with a key of the deployment's own, which costs by the month, or with AWS's. */
    boolean hasOwnKey() {
        return this == PROD;
    }

    /** Whether there are alarms and a dashboard. */
    boolean isWatched() {
        return this == PROD;
    }

    /** Whether database and secrets outlive the stack, and the stack of both a hasty deletion. */
    boolean keepsData() {
        return this == PROD;
    }

    /**
     * @param instance the RDS instance type
     * @param isMultiAz whether a second instance stands by in another availability zone
     * @param storageGb what it starts with
     * @param maxStorageGb what it may grow to by itself
     */
    record Database(String instance, boolean isMultiAz, int storageGb, int maxStorageGb, int backupDays) {}

    /** For the API as a whole. */
    record Throttle(int requestsPerSecond, int burst) {}
}
