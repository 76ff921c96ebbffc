package io.betterprompts.local;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * An embedded PostgreSQL whose data outlives it. Every acknowledged write is on disk: {@code fsync} and
 * {@code synchronous_commit} are on, against the library's defaults, which are made for tests.
 */
final class KeptPostgres implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final EmbeddedPostgres server;

    private KeptPostgres(EmbeddedPostgres server) {
        this.server = server;
    }

    /** Starts on a data directory, after ending a server that a killed process may have left running on it. */
    static KeptPostgres start(Path data) {
        endLeftover(data);
        try {
            return new KeptPostgres(EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("max_connections", "100")
                    // A statement whose request has given up, or whose server was killed, is of use to nobody.
                    .setServerConfig("client_connection_check_interval", "1s")
                    // Without the rows that break a constraint, and so without prompts.
                    .setServerConfig("log_error_verbosity", "terse")
                    .setPGStartupWait(PATIENCE)
                    .start());
        } catch (IOException | IllegalStateException e) {
            throw new CannotStart("The embedded PostgreSQL does not start on " + data + ": " + e
                    + "\nIf this is a container that forbids user namespaces, run as a user other than root, or give"
                    + " a PostgreSQL of your own with DB_URL.");
        }
    }

    LocalDatabase database() {
        return new LocalDatabase("jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres", "postgres", "");
    }

    private static void endLeftover(Path data) {
        leftover(data).ifPresent(process -> {
            process.destroy();
            try {
                process.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (ExecutionException | TimeoutException e) {
                throw new CannotStart("An earlier PostgreSQL (process " + process.pid() + ") does not end; kill it.");
            }
        });
    }

    /** The process that the data directory's pid file names, if it lives and is a PostgreSQL. */
    private static Optional<ProcessHandle> leftover(Path data) {
        Path pidFile = data.resolve("postmaster.pid");
        if (Files.notExists(pidFile)) {
            return Optional.empty();
        }
        try {
            long pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
            return ProcessHandle.of(pid)
                    .filter(p -> p.info().command().orElse("").endsWith("postgres"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
