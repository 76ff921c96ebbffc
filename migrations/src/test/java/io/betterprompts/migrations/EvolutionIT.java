package io.betterprompts.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A database that an earlier set of migrations made and users filled loses nothing on its way to the newest one. */
class EvolutionIT {

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

    static List<MigrationVersion> earlierVersions() {
        List<MigrationVersion> all = Arrays.stream(Migrations.of(server.getPostgresDatabase())
                        .load()
                        .info()
                        .all())
                .map(MigrationInfo::getVersion)
                .toList();
        return all.subList(0, all.size() - 1);
    }

    @ParameterizedTest
    @MethodSource("earlierVersions")
    void keepsEveryRowOfAnEarlierVersion(MigrationVersion version) throws Exception {
        DataSource database = database("from_" + version);
        Migrations.of(database).target(version).load().migrate();

        try (FilledDatabase before = FilledDatabase.fill(database)) {
            assertThat(Migrations.apply(database)).isPositive();

            assertThat(before.lost()).isEmpty();
            assertThat(before.invalid()).isEmpty();
        }
    }

    /** Since version 8 a group has the words of its versions. */
    @Test
    void findsEarlierGroupsByTheWordsOfTheirVersions() throws Exception {
        DataSource database = database("words");
        Migrations.of(database).target("7").load().migrate();
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("""
                    insert into auth.users (id, email, email_key, username, username_key, password_hash, created_at, updated_at)
                    values ('00000000-0000-7000-8000-000000000001', 'a', 'a', 'a', 'a', '', now(), now());
                    insert into prompts.history (
                        id, user_id, original_prompt, title, current_version_number, revision, created_at, updated_at)
                    select '00000000-0000-7000-8000-000000000002', id, 'the prompt', 'a title', 2, 1, now(), now() from auth.users;
                    insert into prompts.versions (
                        id, history_id, user_id, number, original_prompt, optimized_prompt, status, revision, created_at)
                    select gen_random_uuid(), h.id, h.user_id, n, 'p', 'words of version' || n, 'client', 1, now()
                    from prompts.history h, generate_series(1, 2) n
                    """);

            Migrations.apply(database);

            var found = statement.executeQuery(
                    "select search @@ 'title & prompt & version1 & version2', ts_filter(search, '{a,b}') @@ 'words' from prompts.history");
            assertThat(found.next() && found.getBoolean(1) && !found.getBoolean(2))
                    .isTrue();
        }
    }

    @Test
    void fillsEveryTableOfTheNewestVersion() throws Exception {
        DataSource database = database("newest");
        Migrations.apply(database);

        try (FilledDatabase filled = FilledDatabase.fill(database)) {
            assertThat(filled.tables()).contains("prompts.versions", "prompts.feedback", "settings.user_settings");
            assertThat(filled.rows()).isEqualTo(3 * filled.tables().size());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete from prompts.versions where number = 1",
                "alter table prompts.templates drop column usage_count",
                "alter table prompts.labels set schema public",
                "update prompts.history set original_prompt = trim(original_prompt)",
                "truncate settings.user_settings"
            })
    void noticesAMigrationThatLosesSomething(String sql, @TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("V9999__planted.sql"), sql);
        DataSource database = database("planted_" + Integer.toHexString(sql.hashCode()));
        Migrations.apply(database);

        try (FilledDatabase before = FilledDatabase.fill(database)) {
            Migrations.of(database)
                    .locations("classpath:db/migration", "filesystem:" + folder)
                    .load()
                    .migrate();

            assertThat(before.lost()).isNotEmpty();
        }
    }

    private static DataSource database(String name) throws Exception {
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database \"" + name + "\"");
        }
        return server.getDatabase("postgres", name);
    }
}
