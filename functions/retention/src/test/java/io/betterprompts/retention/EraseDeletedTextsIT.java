package io.betterprompts.retention;

import static org.assertj.core.api.Assertions.assertThat;

import io.betterprompts.common.data.Revisions;
import io.betterprompts.common.identity.UserId;
import io.betterprompts.common.testkit.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EraseDeletedTextsIT {

    private static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final Duration RECALL = Duration.ofDays(30);

    private final TestDatabase database = TestDatabase.fresh();
    private final UserId user = database.user();

    @Test
    void leavesNoWordOfWhatCannotBeBroughtBack() {
        group(user, RECALL.plusSeconds(1));
        template(user, RECALL.plusSeconds(1));
        group(database.user(), RECALL.plusDays(400));

        assertThat(run()).isEqualTo(3);

        assertThat(secrets()).isZero();
        assertThat(count("prompts.versions") + count("prompts.labels") + count("prompts.feedback"))
                .isZero();
        assertThat(count("prompts.template_versions")).isZero();
    }

    @Test
    void leavesTheTombstonesAsTheyWere() {
        group(user, RECALL.plusSeconds(1));
        template(user, RECALL.plusSeconds(1));
        String before = tombstones();

        run();

        assertThat(tombstones()).isEqualTo(before);
        assertThat(count("prompts.history") + count("prompts.templates")).isEqualTo(2);
    }

    @Test
    void keepsWhatWasDeletedLaterOrNotAtAll() {
        group(user, RECALL);
        template(user, RECALL);
        group(user, null);
        template(user, null);
        int before = secrets();

        assertThat(run()).isZero();

        assertThat(secrets()).isEqualTo(before);
        assertThat(count("prompts.versions") + count("prompts.template_versions"))
                .isEqualTo(4);
    }

    @Test
    void findsNothingTheSecondTime() {
        group(user, RECALL.plusSeconds(1));
        template(user, RECALL.plusSeconds(1));
        run();

        assertThat(run()).isZero();
        assertThat(new Revisions(database.db()).next(user)).isEqualTo(2);
    }

    @Test
    void needsNotReadWhatIsNotDeleted() {
        List<String> plan = database.transactions().execute(status -> {
            database.db().sql("set local enable_seqscan = off").update();
            return database.db()
                    .sql(
                            "explain select user_id from prompts.history where deleted_at < now() and original_prompt <> ''")
                    .query(String.class)
                    .list();
        });

        assertThat(plan).anyMatch(line -> line.contains("history_deleted_texts"));
    }

    private int run() {
        return new EraseDeletedTexts(database.dataSource(), CLOCK).run();
    }

    /** How many rows of any kind hold the word. */
    private int secrets() {
        return database.db().sql("""
                    select (select count(*) from prompts.history x where x::text like '%secret%')
                        + (select count(*) from prompts.versions x where x::text like '%secret%')
                        + (select count(*) from prompts.labels x where x::text like '%secret%')
                        + (select count(*) from prompts.feedback x where x::text like '%secret%')
                        + (select count(*) from prompts.templates x where x::text like '%secret%')
                        + (select count(*) from prompts.template_versions x where x::text like '%secret%')
                    """).query(Integer.class).single();
    }

    private String tombstones() {
        return database.db().sql("""
                    select string_agg(row.id || ' ' || row.version || ' ' || row.revision || ' ' || row.deleted_at, ', '
                        order by row.id)
                    from (
                        select id, version, revision, deleted_at from prompts.history
                        union all
                        select id, version, revision, deleted_at from prompts.templates) as row
                    """).query(String.class).single();
    }

    private int count(String table) {
        return database.db()
                .sql("select count(*) from " + table)
                .query(Integer.class)
                .single();
    }

    /** A group with a version, a label and an opinion, deleted that long ago. */
    private void group(UserId owner, @Nullable Duration ago) {
        UUID group = UUID.randomUUID();
        database.db()
                .sql("""
                    with new_group as (
                        insert into prompts.history (
                            id, user_id, original_prompt, title, intent, tags, current_version_number, revision, created_at,
                            updated_at, deleted_at)
                        values (:id, :user, 'secret', 'secret', 'secret', '{secret}', 1, 1, now(), now(), :deleted)),
                    new_version as (
                        insert into prompts.versions (
                            id, history_id, user_id, number, original_prompt, optimized_prompt, status, revision, created_at)
                        values (:version, :id, :user, 1, 'secret', 'secret', 'client', 1, now())),
                    new_label as (
                        insert into prompts.labels (
                            id, user_id, history_id, name, version_id, revision, created_at, updated_at)
                        values (gen_random_uuid(), :user, :id, 'secret', :version, 1, now(), now()))
                    insert into prompts.feedback (id, user_id, version_id, comment, revision, created_at, updated_at)
                    values (gen_random_uuid(), :user, :version, 'secret', 1, now(), now())
                    """)
                .param("id", group)
                .param("version", UUID.randomUUID())
                .param("user", owner.value())
                .param("deleted", ago == null ? null : NOW.minus(ago).atOffset(ZoneOffset.UTC))
                .update();
    }

    private void template(UserId owner, @Nullable Duration ago) {
        database.db()
                .sql("""
                    with new_template as (
                        insert into prompts.templates (
                            id, user_id, name, content, description, category, tags, is_public, variables, revision,
                            created_at, updated_at, deleted_at)
                        values (
                            :id, :user, 'secret', 'secret', 'secret', 'secret', '{secret}', true,
                            '[{"name": "secret", "type": "string"}]', 1, now(), now(), :deleted))
                    insert into prompts.template_versions (
                        id, template_id, user_id, version, name, content, tags, is_public, variables, created_at)
                    values (gen_random_uuid(), :id, :user, 1, 'secret', 'secret', '{}', true, '[]', now())
                    """)
                .param("id", UUID.randomUUID())
                .param("user", owner.value())
                .param("deleted", ago == null ? null : NOW.minus(ago).atOffset(ZoneOffset.UTC))
                .update();
    }
}
