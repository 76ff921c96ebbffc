package io.betterprompts.common.testkit;

import io.betterprompts.common.identity.UserId;
import io.betterprompts.migrations.Migrations;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A migrated database of its own for whoever asks, on one real PostgreSQL server for the whole test process. */
public record TestDatabase(DataSource dataSource, JdbcClient db, TransactionTemplate transactions) {

    private static final AtomicInteger COUNT = new AtomicInteger();

    /** Copied from a migrated template, which takes milliseconds. */
    public static TestDatabase fresh() {
        String name = "test_" + COUNT.incrementAndGet();
        JdbcClient.create(Server.POSTGRES.getPostgresDatabase())
                .sql("create database " + name + " template migrated")
                .update();
        return of(Server.POSTGRES.getDatabase("postgres", name));
    }

    /** The same database, asked through a counter. */
    public TestDatabase through(RoundTrips counter) {
        return of(counter);
    }

    public RoundTrips counter() {
        return new RoundTrips(dataSource);
    }

    private static TestDatabase of(DataSource dataSource) {
        return new TestDatabase(
                dataSource,
                JdbcClient.create(dataSource),
                new TransactionTemplate(new JdbcTransactionManager(dataSource)));
    }

    /** For what opens its own connections. */
    public String jdbcUrl() {
        return db.sql("select format('jdbc:postgresql://127.0.0.1:%s/%s', inet_server_port(), current_database())")
                .query(String.class)
                .single();
    }

    /** An account nobody can log in to. */
    public UserId user() {
        UUID id = UUID.randomUUID();
        db.sql("""
                        insert into auth.users (
                            id, email, email_key, username, username_key, password_hash, created_at, updated_at)
                        values (:id, :email, :email, :name, :name, '', now(), now())
                        """)
                .param("id", id)
                .param("email", id + "@example.com")
                .param("name", id.toString())
                .update();
        return new UserId(id);
    }

    private static final class Server {

        static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                        .setPGStartupWait(Duration.ofSeconds(60))
                        .start();
                JdbcClient.create(postgres.getPostgresDatabase())
                        .sql("create database migrated")
                        .update();
                Migrations.apply(postgres.getDatabase("postgres", "migrated"));
                return postgres;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
