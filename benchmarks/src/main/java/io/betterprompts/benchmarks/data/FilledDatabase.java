package io.betterprompts.benchmarks.data;

import io.betterprompts.migrations.Migrations;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An embedded PostgreSQL with its own defaults, which are small, and with many versions in it. */
final class FilledDatabase implements AutoCloseable {

    /** Indexes on words are made once all words are there; row by row that takes many times as long. */
    private static final String SLOW_INDEXES = """
            select indexname, indexdef from pg_indexes where schemaname = 'prompts' and indexdef like '% USING gin %'
            """;

    private final EmbeddedPostgres server;
    private final JdbcClient db;

    private FilledDatabase(EmbeddedPostgres server) {
        this.server = server;
        this.db = JdbcClient.create(server.getPostgresDatabase());
    }

    /** @param data kept, so that it need not be filled again; delete it after a change of the migrations */
    static FilledDatabase of(Path data, int versions) {
        try {
            FilledDatabase database = new FilledDatabase(EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .start());
            Migrations.apply(database.server.getPostgresDatabase());
            if (database.versions() == 0) {
                database.fill(versions);
            }
            return database;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JdbcClient db() {
        return db;
    }

    String url() {
        return server.getJdbcUrl("postgres", "postgres");
    }

    long versions() {
        return db.sql("select count(*) from prompts.versions").query(Long.class).single();
    }

    /** A version's group has two and a half of them on average. */
    private void fill(int versions) {
        List<String> indexes = db.sql(SLOW_INDEXES)
                .query((row, number) -> row.getString("indexdef"))
                .list();
        db.sql(SLOW_INDEXES)
                .query((row, number) -> row.getString("indexname"))
                .list()
                .forEach(name -> execute("drop index prompts." + name));
        execute("alter table prompts.versions disable trigger user");
        run("texts.sql", ":groups", versions * 2 / 5);
        twoAtOnce("groups.sql");
        twoAtOnce("versions.sql");
        run("rest.sql", ":none", 0);
        execute("alter table prompts.versions enable trigger user");
        execute("drop schema bench cascade");
        indexes.forEach(index -> execute("set maintenance_work_mem = '512MB'; " + index));
        execute("vacuum (analyze)");
    }

    private void twoAtOnce(String script) {
        CompletableFuture.allOf(
                        CompletableFuture.runAsync(() -> run(script, ":half", 0)),
                        CompletableFuture.runAsync(() -> run(script, ":half", 1)))
                .join();
    }

    private void run(String script, String parameter, int value) {
        try (InputStream text = FilledDatabase.class.getResourceAsStream(script)) {
            if (text == null) {
                throw new IllegalStateException("no " + script);
            }
            execute(new String(text.readAllBytes(), StandardCharsets.UTF_8).replace(parameter, String.valueOf(value)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Several statements, without parameters. */
    private void execute(String sql) {
        DataSource source = server.getPostgresDatabase();
        try (var connection = source.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
