package io.betterprompts.retention;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.zaxxer.hikari.HikariDataSource;
import io.betterprompts.common.data.DataConfiguration;
import io.betterprompts.common.data.DatabaseSettings;
import io.betterprompts.common.secret.Secrets;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.core.env.StandardEnvironment;

/**
 * Erases old history and the texts of what was deleted when it is invoked, whatever the event; a schedule does that once a
 * day.
 */
public final class RetentionHandler implements RequestStreamHandler {

    private static final Logger log = LoggerFactory.getLogger(RetentionHandler.class);

    private final DatabaseSettings settings;
    private final Clock clock;

    /** As Lambda starts it. */
    public RetentionHandler() {
        this(new StandardEnvironment(), Secrets.byReference(), Clock.systemUTC());
    }

    RetentionHandler(Environment environment, Secrets secrets, Clock clock) {
        this.settings = DatabaseSettings.from(environment, secrets);
        this.clock = clock;
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, @Nullable Context context) {
        try (HikariDataSource database = DataConfiguration.pool(settings)) {
            log.info("{} prompt groups erased", new EraseOldHistory(database, clock).run());
            log.info("{} deleted texts erased", new EraseDeletedTexts(database, clock).run());
        }
    }
}
