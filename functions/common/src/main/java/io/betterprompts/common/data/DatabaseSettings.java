package io.betterprompts.common.data;

import com.zaxxer.hikari.util.Credentials;
import io.betterprompts.common.secret.Secrets;
import java.time.Duration;
import java.util.function.Supplier;
import org.springframework.core.env.Environment;

/**
 * Where the database is, and as whom to open it. From {@code DB_URL} (a JDBC URL), {@code DB_POOL_SIZE}, and either
 * {@code DB_USER} and {@code DB_PASSWORD} or {@code DB_SECRET}, which refers to a secret as RDS makes them; an empty one refers
 * to none.
 *
 * @param login asked for each new connection, so that a changed password is used and none stands in a snapshot
 * @param poolSize connections at most; a Lambda environment answers one request at a time and needs two
 * @param connectTimeout how long whoever has no {@link Patience} of their own waits for a connection
 */
public record DatabaseSettings(String url, Supplier<Credentials> login, int poolSize, Duration connectTimeout) {

    public DatabaseSettings {
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new IllegalArgumentException(
                    "DB_URL must be a JDBC URL of PostgreSQL, jdbc:postgresql://host:port/name");
        }
        if (poolSize < 1) {
            throw new IllegalArgumentException("DB_POOL_SIZE must be at least 1");
        }
    }

    /**
     * Reads no secret yet.
     *
     * @throws IllegalStateException if there is no {@code DB_URL}, or two logins
     */
    public static DatabaseSettings from(Environment environment, Secrets secrets) {
        return new DatabaseSettings(
                environment.getRequiredProperty("DB_URL"),
                login(environment, secrets),
                environment.getProperty("DB_POOL_SIZE", Integer.class, 2),
                Patience.USUAL);
    }

    private static Supplier<Credentials> login(Environment environment, Secrets secrets) {
        String secret = environment.getProperty("DB_SECRET", "");
        if (secret.isEmpty()) {
            Credentials given = Credentials.of(
                    environment.getProperty("DB_USER", "postgres"), environment.getProperty("DB_PASSWORD", ""));
            return () -> given;
        }
        if (environment.containsProperty("DB_USER") || environment.containsProperty("DB_PASSWORD")) {
            throw new IllegalStateException("DB_SECRET is a whole login: leave out DB_USER and DB_PASSWORD");
        }
        return new SecretLogin(secret, secrets);
    }

    /** Without the login. */
    @Override
    public String toString() {
        return url + ", pool of " + poolSize;
    }
}
