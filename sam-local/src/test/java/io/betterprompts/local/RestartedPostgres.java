package io.betterprompts.local;

import io.betterprompts.migrations.Migrations;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A migrated PostgreSQL that can be stopped and started again where it was. */
final class RestartedPostgres implements AutoCloseable {

    private final Path data;
    private EmbeddedPostgres server;

    RestartedPostgres(Path data) {
        this.data = data;
        this.server = start(0);
        Migrations.apply(server.getPostgresDatabase());
    }

    private EmbeddedPostgres start(int port) {
        try {
            return EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setPort(port)
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void restart() {
        int port = server.getPort();
        close();
        server = start(port);
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres";
    }

    /** Of the superuser, anew for each statement. */
    JdbcClient db() {
        return JdbcClient.create(server.getPostgresDatabase());
    }

    /** How many connections the functions have open. */
    int connections() {
        return db().sql("select count(*) from pg_stat_activity where application_name = 'betterprompts'")
                .query(Integer.class)
                .single();
    }

    /** How many rows there are altogether. */
    long rows() {
        return db()
                .sql("select format('%I.%I', schemaname, relname) from pg_stat_user_tables")
                .query(String.class)
                .list()
                .stream()
                .mapToLong(table -> db().sql("select count(*) from " + table)
                        .query(Long.class)
                        .single())
                .sum();
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
