package io.betterprompts.local;

import io.betterprompts.migrations.Migrations;

/** {@code make migrate}: brings the database up to date without starting the functions. */
final class MigrateMain {

    private MigrateMain() {}

    public static void main(String[] args) {
        TerminalLog.use();
        try {
            LocalSettings settings = LocalSettings.from(System.getenv());
            int applied = settings.database().map(MigrateMain::migrate).orElseGet(() -> migrateKept(settings));
            System.out.println(applied == 0 ? "The database is up to date." : applied + " migrations applied.");
        } catch (CannotStart e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private static int migrateKept(LocalSettings settings) {
        try (DataDirectory data = DataDirectory.open(settings.dataDirectory());
                KeptPostgres postgres = KeptPostgres.start(data.postgres())) {
            return migrate(postgres.database());
        }
    }

    private static int migrate(LocalDatabase database) {
        return Migrations.apply(database.dataSource());
    }
}
