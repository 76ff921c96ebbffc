package io.betterprompts.common.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.util.Credentials;
import io.betterprompts.common.testkit.TestDatabase;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class DataConfigurationIT {

    private final TestDatabase database = TestDatabase.fresh();

    @Test
    void logsInAsTheSecretSaysWhenTheConnectionIsMade() {
        database.db().sql("create role first_login login").update();
        database.db().sql("create role second_login login").update();
        AtomicReference<String> user = new AtomicReference<>("first_login");
        DatabaseSettings settings = new DatabaseSettings(
                database.jdbcUrl(), () -> Credentials.of(user.get(), ""), 1, Duration.ofSeconds(5));

        try (HikariDataSource pool = DataConfiguration.pool(settings)) {
            assertThat(whoAmI(pool)).isEqualTo("first_login");
            user.set("second_login");
            pool.getHikariPoolMXBean().softEvictConnections();
            assertThat(whoAmI(pool)).isEqualTo("second_login");
        }
    }

    /** As sam-local/env-cdk.json does, because CDK's template has no variable for a user. */
    @Test
    void takesTheUserThatTheUrlNames() {
        database.db().sql("create role named_in_url login").update();
        DatabaseSettings settings = new DatabaseSettings(
                database.jdbcUrl() + "?user=named_in_url&password=x",
                () -> Credentials.of("postgres", ""),
                1,
                Duration.ofSeconds(5));

        try (HikariDataSource pool = DataConfiguration.pool(settings)) {
            assertThat(whoAmI(pool)).isEqualTo("named_in_url");
        }
    }

    @Test
    void keepsTheContentOfRowsOutOfErrors() {
        DatabaseSettings settings = new DatabaseSettings(
                database.jdbcUrl(), () -> Credentials.of("postgres", ""), 1, Duration.ofSeconds(5));

        try (HikariDataSource pool = DataConfiguration.pool(settings)) {
            JdbcClient db = JdbcClient.create(pool);
            db.sql("create table notes (note text check (note like 'open%'))").update();
            assertThatThrownBy(() -> db.sql("insert into notes values (:note)")
                            .param("note", "my secret")
                            .update())
                    .hasStackTraceContaining("notes_note_check")
                    .satisfies(e -> assertThat(stackTrace(e)).doesNotContain("my secret"));
        }
    }

    @Test
    void plansEachStatementForItsValues() {
        DatabaseSettings settings = new DatabaseSettings(
                database.jdbcUrl(), () -> Credentials.of("postgres", ""), 1, Duration.ofSeconds(5));

        try (HikariDataSource pool = DataConfiguration.pool(settings)) {
            JdbcClient db = JdbcClient.create(pool);
            for (int i = 0; i < 20; i++) {
                db.sql("select :value + 0")
                        .param("value", i)
                        .query(Integer.class)
                        .single();
            }
            assertThat(db.sql("select count(*) from pg_prepared_statements")
                            .query(Integer.class)
                            .single())
                    .isZero();
        }
    }

    private static String stackTrace(Throwable e) {
        StringWriter text = new StringWriter();
        e.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    private static String whoAmI(HikariDataSource pool) {
        return JdbcClient.create(pool)
                .sql("select current_user::text")
                .query(String.class)
                .single();
    }
}
