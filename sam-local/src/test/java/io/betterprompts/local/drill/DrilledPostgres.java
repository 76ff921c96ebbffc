package io.betterprompts.local.drill;

import io.betterprompts.common.testkit.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A PostgreSQL set up as the local server's own, which can be killed and started again where it was. */
final class DrilledPostgres implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path postgres = unpacked();
    private final Path data;
    private final Optional<SmallDisk> disk;
    private final int port = freePort();

    private Process server;

    /**
     * Waits until it takes connections. One that takes none is ended.
     *
     * @param disk on which the data is, if it is on one of its own
     */
    DrilledPostgres(Path data, Optional<SmallDisk> disk) {
        this.data = data;
        this.disk = disk;
        join(run("initdb", "-A", "trust", "-U", "postgres", "-E", "UTF-8", "--no-locale", "-D", data.toString()));
        this.server = start();
    }

    /** Of the server that the test kit has unpacked and started. */
    private static Path unpacked() {
        String data = TestDatabase.fresh()
                .db()
                .sql("select current_setting('data_directory')")
                .query(String.class)
                .single();
        try {
            String pid = Files.readAllLines(Path.of(data, "postmaster.pid"))
                    .getFirst()
                    .strip();
            return Path.of("/proc", pid, "exe").toRealPath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return port;
    }

    /** Of the superuser, anew for each statement, past any wire. */
    JdbcClient db() {
        return JdbcClient.create(source());
    }

    Connection connect() throws SQLException {
        return source().getConnection();
    }

    /** How many the functions have open. */
    int connections() {
        return db().sql("select count(*) from pg_stat_activity where application_name = 'betterprompts'")
                .query(Integer.class)
                .single();
    }

    private DataSource source() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl("jdbc:postgresql://127.0.0.1:" + port + "/postgres");
        source.setUser("postgres");
        return source;
    }

    /** Without a warning, and without a chance to tidy up. */
    void kill() {
        server.destroyForcibly();
        join(server);
    }

    /** Waits until it takes connections. What the killed one left behind needs a moment to see that it is alone. */
    void restart() {
        server = start();
    }

    /** A full disk may have ended it, and whoever runs one has it started again. */
    void restartIfEnded() {
        if (!server.isAlive()) {
            restart();
        }
    }

    private Process start() {
        Process[] started = {launch()};
        try {
            return Await.until(PATIENCE, () -> {
                if (!started[0].isAlive()) {
                    started[0] = launch();
                }
                return answers() ? started[0] : null;
            });
        } catch (RuntimeException | Error e) {
            started[0].destroyForcibly();
            throw e;
        }
    }

    private Process launch() {
        List<String> settings = List.of(
                "listen_addresses=127.0.0.1",
                "port=" + port,
                "unix_socket_directories=",
                "fsync=on",
                "synchronous_commit=on",
                "max_connections=100",
                "client_connection_check_interval=1s",
                "min_wal_size=32MB",
                "max_wal_size=64MB");
        List<String> command = new ArrayList<>(List.of("-D", data.toString()));
        settings.forEach(setting -> command.addAll(List.of("-c", setting)));
        return run("postgres", command.toArray(String[]::new));
    }

    private boolean answers() {
        try (Connection connection = connect()) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }

    /** PostgreSQL refuses to be root; in a user namespace without a map of its own nobody is. */
    private Process run(String program, String... arguments) {
        List<String> command = Stream.concat(
                        Stream.of(postgres.resolveSibling(program).toString()), Stream.of(arguments))
                .toList();
        boolean isRoot = System.getProperty("user.name").equals("root");
        List<String> unprivileged = isRoot || disk.isPresent()
                ? Stream.concat(Stream.of("unshare", "--user"), command.stream())
                        .toList()
                : command;
        try {
            return new ProcessBuilder(disk.map(d -> d.within(unprivileged)).orElse(unprivileged))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int join(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.destroy(); // with connections open, it waits for them
        server.toHandle().destroyForcibly();
        join(server);
    }
}
