package io.betterprompts.migrations;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * The one step that changes the database's shape. Functions never migrate: a start of the local server, {@code make
 * migrate} or a deployment does, once, before they run.
 */
public final class Migrations {

    private Migrations() {}

    /**
     * Applies what is missing, in order.
     *
     * @return how many migrations were applied; 0 if the database was up to date
     */
    public static int apply(DataSource database) {
        return of(database).load().migrate().migrationsExecuted;
    }

    static FluentConfiguration of(DataSource database) {
        return Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration")
                .defaultSchema("public")
                .validateMigrationNaming(true);
    }
}
