package io.betterprompts.infra;

/**
 * What stands there and is paid for by the hour or by the month, whether anybody calls or not.
 *
 * @param database the class of the database's instance
 * @param databaseInstances with the one that stands by
 * @param proxied whether RDS Proxy is before the database
 * @param endpointZones zones of interface endpoints, one counted for each zone that each is in
 */
record Inventory(
        DatabaseClass database,
        int databaseInstances,
        int storageGb,
        boolean proxied,
        int endpointZones,
        int secrets,
        int keys,
        int alarms,
        int dashboards,
        int logMonths,
        int requestsPerSecond) {

    /** Those of Secrets Manager, in both zones. */
    private static final int ENDPOINT_ZONES = 2;

    /** The database's login and the signing secret. */
    private static final int SECRETS = 2;

    private static final int ALARMS = 21;

    /** What the stacks of a size deploy. */
    static Inventory of(DeploymentSize size) {
        DeploymentSize.Database database = size.database();
        return new Inventory(
                DatabaseClass.of(database.instance()),
                database.isMultiAz() ? 2 : 1,
                database.storageGb(),
                size.hasDatabaseProxy(),
                ENDPOINT_ZONES,
                SECRETS,
                size.hasOwnKey() ? 1 : 0,
                size.isWatched() ? ALARMS : 0,
                size.isWatched() ? 1 : 0,
                size == DeploymentSize.PROD ? 3 : 1,
                size.throttle().requestsPerSecond());
    }

    /** With a database that is up to it, and that much storage at least. */
    Inventory with(DatabaseClass larger, double storedGb) {
        return new Inventory(
                larger,
                databaseInstances,
                (int) Math.max(storageGb, Math.ceil(storedGb)),
                proxied,
                endpointZones,
                secrets,
                keys,
                alarms,
                dashboards,
                logMonths,
                requestsPerSecond);
    }

    /** Classes of RDS instances that the costs are known of. */
    enum DatabaseClass {
        T4G_MICRO("t4g.micro", 2, 1, Price.DATABASE_MICRO),
        T4G_MEDIUM("t4g.medium", 2, 4, Price.DATABASE_MEDIUM),
        M7G_2XLARGE("m7g.2xlarge", 8, 32, Price.DATABASE_LARGE);

        private final String id;
        private final int processors;
        private final int memoryGib;
        private final Price price;

        DatabaseClass(String id, int processors, int memoryGib, Price price) {
            this.id = id;
            this.processors = processors;
            this.memoryGib = memoryGib;
            this.price = price;
        }

        static DatabaseClass of(String id) {
            for (DatabaseClass known : values()) {
                if (known.id.equals(id)) {
                    return known;
                }
            }
            throw new IllegalArgumentException("no price is known of db." + id);
        }

        String id() {
            return id;
        }

        int processors() {
            return processors;
        }

        /** By RDS's default for PostgreSQL, {@code DBInstanceClassMemory/9531392}, from the nominal memory. */
        int maxConnections() {
            return (int) Math.min(5000, memoryGib * (1L << 30) / 9_531_392);
        }

        Price price() {
            return price;
        }
    }
}
