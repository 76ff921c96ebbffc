package io.betterprompts.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Map;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.AbstractEnvironment;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;

class MigrateHandlerIT {

    private static EmbeddedPostgres server;

    @BeforeAll
    static void start() throws IOException {
        server = EmbeddedPostgres.builder()
                .setPGStartupWait(Duration.ofSeconds(60))
                .start();
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @Test
    void bringsAnEmptyDatabaseUpToDateWithALoginFromASecret() {
        JdbcClient db = database("empty");

        invoke("empty");
        invoke("empty");

        assertThat(db.sql("select count(*) from auth.users").query(Long.class).single())
                .isZero();
    }

    @Test
    void failsTheDeploymentWhenAMigrationFails() {
        database("taken").sql("create schema auth").update();

        assertThatThrownBy(() -> invoke("taken")).isInstanceOf(FlywayException.class);
    }

    private static void invoke(String name) {
        ConfigurableEnvironment environment = new AbstractEnvironment() {};
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "given", Map.of("DB_URL", server.getJdbcUrl("postgres", name), "DB_SECRET", "the login")));
        new MigrateHandler(environment, reference -> "{\"username\":\"postgres\",\"password\":\"\"}")
                .handleRequest(InputStream.nullInputStream(), OutputStream.nullOutputStream(), null);
    }

    private static JdbcClient database(String name) {
        JdbcClient.create(server.getPostgresDatabase())
                .sql("create database " + name)
                .update();
        return JdbcClient.create(server.getDatabase("postgres", name));
    }
}
