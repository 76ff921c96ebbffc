package io.betterprompts.retention;

import static org.assertj.core.api.Assertions.assertThat;

import io.betterprompts.common.testkit.TableScans;
import io.betterprompts.common.testkit.TestDatabase;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** On 20,000 prompt groups and templates of 50 users, some of them old or deleted, no table is ever read from end to end. */
class QueryPlansIT {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T03:00:00Z"), ZoneOffset.UTC);

    private final TestDatabase database = TestDatabase.fresh();
    private final JdbcClient db = database.db();

    @BeforeEach
    void fill() {
        for (int i = 0; i < 50; i++) {
            database.user();
        }
        db.sql("""
                        insert into prompts.history (
                            id, user_id, original_prompt, title, current_version_number, revision, created_at, updated_at,
                            deleted_at)
                        select gen_random_uuid(), u.id, 'p', 't', 1, 1, at, at, case when g % 100 = 0 then at end
                        from auth.users u, generate_series(1, 400) g,
                            lateral (select timestamptz '2026-11-22' - g * interval '1 day' as at) as touched
                        """).update();
        db.sql("""
                        insert into prompts.versions (
                            id, history_id, user_id, number, original_prompt, optimized_prompt, status, revision, created_at)
                        select gen_random_uuid(), id, user_id, 1, 'p', 'p', 'client', 1, created_at from prompts.history
                        """).update();
        db.sql("""
                        insert into prompts.templates (
                            id, user_id, name, content, revision, created_at, updated_at, deleted_at)
                        select id, user_id, 'n', 'c', 1, created_at, updated_at, deleted_at from prompts.history
                        """).update();
        db.sql("""
                        insert into settings.user_settings (user_id, history_retention_days, revision, updated_at)
                        select id, 390, 1, now() from auth.users
                        """).update();
        db.sql("vacuum analyze").update();
    }

    @Test
    void findsWhatIsToBeErasedByIndex() {
        assertThat(new TableScans(db).during(() -> {
                    assertThat(new EraseOldHistory(database.dataSource(), CLOCK).run())
                            .isEqualTo(50 * 11);
                    assertThat(new EraseDeletedTexts(database.dataSource(), CLOCK).run())
                            .isPositive();
                }))
                .isEmpty();
    }
}
