package io.betterprompts.local;

import io.betterprompts.auth.AuthApplication;
import io.betterprompts.common.contract.Contract;
import io.betterprompts.enhance.EnhanceApplication;
import io.betterprompts.history.HistoryApplication;
import io.betterprompts.migrations.Migrations;
import io.betterprompts.retention.EraseDeletedTexts;
import io.betterprompts.retention.EraseOldHistory;
import io.betterprompts.settings.SettingsApplication;
import io.betterprompts.templates.TemplatesApplication;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Everything on one machine, started in this order: data directory, PostgreSQL, migrations, functions, gateway. Closing
 * it goes the other way, so that no request is cut off and no write is lost.
 */
final class LocalServer implements AutoCloseable {

    private static final String POOL_SIZE = "6";

    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final LocalFunctions functions;
    private final GatewayServer gateway;

    LocalServer(LocalSettings settings, Progress progress) {
        try {
            DataDirectory data = keep(DataDirectory.open(settings.dataDirectory()));
            LocalDatabase database = settings.database()
                    .orElseGet(() -> progress.step(
                            "PostgreSQL 17, data in " + data.root().getFileName(),
                            () -> keep(KeptPostgres.start(data.postgres())).database()));
            progress.step("migrations", () -> Migrations.apply(database.dataSource()));
            passOn(database, data, settings);
            this.functions = LocalFunctions.start(applications(), progress);
            keep(DailyRetention.start(
                    new EraseOldHistory(database.dataSource(), Clock.systemUTC()),
                    new EraseDeletedTexts(database.dataSource(), Clock.systemUTC())));
            this.gateway = keep(GatewayServer.start(
                    settings.port(), Contract.load(), functions, settings.corsOrigins(), Places.ofThisMachine()));
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    String url() {
        return "http://localhost:" + gateway.port();
    }

    /** What the gateway calls, to be called without it. */
    LocalFunctions functions() {
        return functions;
    }

    private static Map<String, Class<?>> applications() {
        Map<String, Class<?>> applications = new LinkedHashMap<>();
        applications.put("auth", AuthApplication.class);
        applications.put("enhance", EnhanceApplication.class);
        applications.put("history", HistoryApplication.class);
        applications.put("templates", TemplatesApplication.class);
        applications.put("settings", SettingsApplication.class);
        return applications;
    }

    /** Functions take their settings from the environment; in one process, that is the system properties. */
    private static void passOn(LocalDatabase database, DataDirectory data, LocalSettings settings) {
        System.setProperty("DB_URL", database.url());
        System.setProperty("DB_USER", database.user());
        System.setProperty("DB_PASSWORD", database.password());
        System.setProperty("DB_POOL_SIZE", POOL_SIZE);
        System.setProperty("ANONYMOUS_ENHANCE", settings.anonymous());
        System.setProperty("RATE_LIMITS", settings.rateLimits());
        System.setProperty(
                "CORS_ORIGINS", String.join(",", settings.corsOrigins().origins()));
        System.setProperty("SIGNING_SECRET", "file:" + data.signingSecret());
        System.setProperty("REHEARSE_AT_START", "true");
    }

    private <T extends AutoCloseable> T keep(T part) {
        parts.push(part);
        return part;
    }

    @Override
    public void close() {
        while (!parts.isEmpty()) {
            try {
                parts.pop().close();
            } catch (Exception e) {
                System.err.println("while stopping: " + e);
            }
        }
    }
}
