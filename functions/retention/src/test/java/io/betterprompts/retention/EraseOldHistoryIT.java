package io.betterprompts.retention;

import static org.assertj.core.api.Assertions.assertThat;

import io.betterprompts.common.identity.UserId;
import io.betterprompts.common.testkit.TestDatabase;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.AbstractEnvironment;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

class EraseOldHistoryIT {

    private static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private final TestDatabase database = TestDatabase.fresh();
    private final UserId forgetful = database.user();
    private final UserId keeper = database.user();

    @Test
    void erasesWhatIsOlderThanItsOwnerWantsToKeepIt() {
        keep(forgetful, 30);
        keep(keeper, null);
        UUID old = group(forgetful, Duration.ofDays(30).plusSeconds(1));
        UUID young = group(forgetful, Duration.ofDays(30));
        UUID kept = group(keeper, Duration.ofDays(4000));
        UUID unset = group(database.user(), Duration.ofDays(4000));

        assertThat(run()).isEqualTo(1);

        assertThat(versions(old)).isZero();
        assertThat(versions(young) + versions(kept) + versions(unset)).isEqualTo(6);
        assertThat(database.db()
                        .sql("select count(*) from prompts.feedback")
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
    }

    @Test
    void leavesATombstoneWithoutAWord() {
        keep(forgetful, 1);
        UUID old = group(forgetful, Duration.ofDays(2));

        run();

        Map<String, Object> row = database.db()
                .sql(
                        "select original_prompt, title, intent, tags::text, revision, version, deleted_at < cast('2026-11-22T03:00:00Z' as timestamptz) - interval '30 days' as past_recall from prompts.history where id = :id")
                .param("id", old)
                .query()
                .singleRow();
        assertThat(row)
                .containsEntry("original_prompt", "")
                .containsEntry("title", "")
                .containsEntry("intent", null);
        assertThat(row).containsEntry("tags", "{}").containsEntry("version", 2L);
        assertThat(row).containsEntry("past_recall", true);
        assertThat((Long) row.get("revision")).isEqualTo(1L);
    }

    @Test
    void erasesAlsoWhatWasDeletedBefore() {
        keep(forgetful, 1);
        UUID old = group(forgetful, Duration.ofDays(2));
        database.db().sql("update prompts.history set deleted_at = updated_at").update();

        assertThat(run()).isEqualTo(1);

        assertThat(versions(old)).isZero();
    }

    @Test
    void takesNoRevisionWhereThereIsNothingToErase() {
        keep(forgetful, 1);
        group(forgetful, Duration.ofDays(2));

        run();

        assertThat(run()).isZero();
        assertThat(database.db()
                        .sql("select last from auth.revisions")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void isWhatTheScheduledFunctionDoes() {
        keep(forgetful, 1);
        UUID old = group(forgetful, Duration.ofDays(2));
        UUID deleted = group(keeper, Duration.ofDays(1));
        database.db()
                .sql("update prompts.history set deleted_at = :at where id = :id")
                .param("at", NOW.minus(Duration.ofDays(31)).atOffset(ZoneOffset.UTC))
                .param("id", deleted)
                .update();
        ConfigurableEnvironment environment = new AbstractEnvironment() {};
        environment
                .getPropertySources()
                .addFirst(
                        new MapPropertySource("given", Map.of("DB_URL", database.jdbcUrl(), "DB_SECRET", "the login")));

        new RetentionHandler(environment, reference -> "{\"username\":\"postgres\",\"password\":\"\"}", CLOCK)
                .handleRequest(InputStream.nullInputStream(), OutputStream.nullOutputStream(), null);

        assertThat(versions(old)).isZero();
        assertThat(versions(deleted)).isZero();
    }

    private int run() {
        return new EraseOldHistory(database.dataSource(), CLOCK).run();
    }

    private int versions(UUID group) {
        return database.db()
                .sql("select count(*) from prompts.versions where history_id = :id")
                .param("id", group)
                .query(Integer.class)
                .single();
    }

    private void keep(UserId user, @Nullable Integer days) {
        database.db()
                .sql(
                        "insert into settings.user_settings (user_id, history_retention_days, revision, updated_at) values (:user, :days, 1, now())")
                .param("user", user.value())
                .param("days", days)
                .update();
    }

    /** A group of two versions with a feedback, last changed that long ago. */
    private UUID group(UserId user, Duration ago) {
        UUID group = UUID.randomUUID();
        database.db()
                .sql("""
                        insert into prompts.history (
                            id, user_id, original_prompt, title, intent, tags, current_version_number, revision,
                            created_at, updated_at)
                        values (:id, :user, 'secret', 'secret', 'other', '{secret}', 2, 1, :at, :at)
                        """)
                .param("id", group)
                .param("user", user.value())
                .param("at", NOW.minus(ago).atOffset(ZoneOffset.UTC))
                .update();
        database.db().sql("""
                        insert into prompts.versions (
                            id, history_id, user_id, number, original_prompt, optimized_prompt, status, revision, created_at)
                        select gen_random_uuid(), :id, :user, n, 'secret', 'secret', 'client', 1, now()
                        from generate_series(1, 2) as n
                        """).param("id", group).param("user", user.value()).update();
        database.db().sql("""
                        insert into prompts.feedback (id, user_id, version_id, rating, revision, created_at, updated_at)
                        select gen_random_uuid(), :user, id, 1, 1, now(), now()
                        from prompts.versions where history_id = :id and number = 1
                        """).param("id", group).param("user", user.value()).update();
        return group;
    }
}
