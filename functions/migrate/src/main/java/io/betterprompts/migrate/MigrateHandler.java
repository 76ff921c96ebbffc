package io.betterprompts.migrate;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.zaxxer.hikari.HikariDataSource;
import io.betterprompts.common.data.DataConfiguration;
import io.betterprompts.common.data.DatabaseSettings;
import io.betterprompts.common.secret.Secrets;
import io.betterprompts.migrations.Migrations;
import java.io.InputStream;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.core.env.StandardEnvironment;

/**
 * Applies the missing migrations when it is invoked, whatever the event. A failed migration fails the invocation, and with
 * it the deployment, before any request goes to new code.
 */
public final class MigrateHandler implements RequestStreamHandler {

    private static final Logger log = LoggerFactory.getLogger(MigrateHandler.class);

    private final DatabaseSettings settings;

    /** As Lambda starts it. */
    public MigrateHandler() {
        this(new StandardEnvironment(), Secrets.byReference());
    }

    MigrateHandler(Environment environment, Secrets secrets) {
        this.settings = DatabaseSettings.from(environment, secrets);
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, @Nullable Context context) {
        try (HikariDataSource database = DataConfiguration.pool(settings)) {
            log.info("{} migrations applied", Migrations.apply(database));
        }
    }
}
