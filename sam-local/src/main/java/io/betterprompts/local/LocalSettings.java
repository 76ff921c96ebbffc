package io.betterprompts.local;

import io.betterprompts.common.http.Cors;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the local server is set up. From {@code PORT} (8000), {@code DATA_DIR} (.betterprompts), {@code ANONYMOUS_ENHANCE}
 * (true), {@code RATE_LIMITS}, {@code CORS_ORIGINS} and, for a PostgreSQL of the user's own, {@code DB_URL}, {@code DB_USER},
 * {@code DB_PASSWORD}.
 *
 * @param port where the gateway listens; 0 takes any free one
 * @param dataDirectory the database, the signing secret and nothing else; deleting it forgets everything
 * @param database a PostgreSQL to use instead of the embedded one
 * @param anonymous whether prompts are enhanced for those who do not log in; {@code true} or {@code false}
 * @param rateLimits what differs from the contract's
 * @param corsOrigins whose pages may call the API; nobody's if it is empty
 */
record LocalSettings(
        int port,
        Path dataDirectory,
        Optional<LocalDatabase> database,
        String anonymous,
        String rateLimits,
        Cors corsOrigins) {

    /** For one machine: whoever uses it, tests and scripts among them, all come from one address. */
    static final String RATE_LIMITS = "anonymous=6000/60,caller=6000/60,credentials=600/60";

    /** With the defaults of all that is not about where things are. */
    LocalSettings(int port, Path dataDirectory, Optional<LocalDatabase> database) {
        this(port, dataDirectory, database, "true", RATE_LIMITS, new Cors(List.of()));
    }

    LocalSettings {
        if (port < 0 || port > 65_535) {
            throw new CannotStart("PORT must be between 0 and 65535, not " + port);
        }
    }

    static LocalSettings from(Map<String, String> environment) {
        return new LocalSettings(
                port(environment.getOrDefault("PORT", "8000")),
                Path.of(environment.getOrDefault("DATA_DIR", ".betterprompts")).toAbsolutePath(),
                Optional.ofNullable(environment.get("DB_URL"))
                        .map(url -> new LocalDatabase(
                                url,
                                environment.getOrDefault("DB_USER", "postgres"),
                                environment.getOrDefault("DB_PASSWORD", ""))),
                environment.getOrDefault("ANONYMOUS_ENHANCE", "true"),
                environment.getOrDefault("RATE_LIMITS", RATE_LIMITS),
                cors(environment.getOrDefault("CORS_ORIGINS", "")));
    }

    private static Cors cors(String text) {
        try {
            return Cors.parse(text);
        } catch (IllegalArgumentException e) {
            throw new CannotStart(String.valueOf(e.getMessage()));
        }
    }

    private static int port(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new CannotStart("PORT must be a number, not " + text);
        }
    }
}
