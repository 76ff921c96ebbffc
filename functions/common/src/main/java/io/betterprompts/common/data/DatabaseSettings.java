package io.betterprompts.common.data;

import java.time.Duration;
import org.springframework.core.env.Environment;

/**
 * Where the database is. From {@code DB_URL} (a JDBC URL), {@code DB_USER}, {@code DB_PASSWORD} and {@code DB_POOL_SIZE}.
 *
 * @param poolSize connections at most; a Lambda environment answers one request at a time and needs two
 * @param connectTimeout how long a request waits for a connection before it is told that there is none
 */
public record DatabaseSettings(String url, String user, String password, int poolSize, Duration connectTimeout) {

    public DatabaseSettings {
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new IllegalArgumentException(
                    "DB_URL must be a JDBC URL of PostgreSQL, jdbc:postgresql://host:port/name");
        }
        if (poolSize < 1) {
            throw new IllegalArgumentException("DB_POOL_SIZE must be at least 1");
        }
    }

    static DatabaseSettings from(Environment environment) {
        return new DatabaseSettings(
                environment.getRequiredProperty("DB_URL"),
                environment.getProperty("DB_USER", "postgres"),
                environment.getProperty("DB_PASSWORD", ""),
                environment.getProperty("DB_POOL_SIZE", Integer.class, 2),
                Duration.ofSeconds(5));
    }

    /** Without the password. */
    @Override
    public String toString() {
        return user + " at " + url + ", pool of " + poolSize;
    }
}
