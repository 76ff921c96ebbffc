package io.betterprompts.history.feedback;

import io.betterprompts.common.identity.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code prompts.feedback}: one row for each version or edit that was judged. */
final class PostgresFeedback {

    private static final String COLUMNS =
            "id, version_id, edit_id, verdict, rating, comment, source, version, created_at, updated_at";

    private final JdbcClient db;

    PostgresFeedback(JdbcClient db) {
        this.db = db;
    }

    /**
     * Whether a version has an edit.
     *
     * @throws FeedbackVersionNotFound if the user does not have the version
     */
    boolean hasEdit(UserId user, UUID version, @Nullable String edit) {
        return db.sql("""
                        select cast(:edit as text) is null
                            or exists (select from jsonb_array_elements(v.edits) as e where e ->> 'id' = :edit)
                        from prompts.versions v
                        join prompts.history h on h.id = v.history_id and h.deleted_at is null
                        where v.id = :version and v.user_id = :user
                        """)
                .param("version", version)
                .param("user", user.value())
                .param("edit", edit)
                .query(Boolean.class)
                .optional()
                .orElseThrow(() -> new FeedbackVersionNotFound(version));
    }

    /** What the user thinks of a version or of one of its edits. */
    Optional<Feedback> find(UserId user, UUID version, @Nullable String edit) {
        return db.sql("""
                        select %s from prompts.feedback
                        where version_id = :version and user_id = :user and edit_id is not distinct from :edit
                        """.formatted(COLUMNS))
                .param("version", version)
                .param("user", user.value())
                .param("edit", edit)
                .query(PostgresFeedback::feedback)
                .optional();
    }

    /**
     * All that the user thinks of a version: of the whole, then of its edits.
     *
     * @throws FeedbackVersionNotFound if the user does not have the version
     */
    List<Feedback> of(UserId user, UUID version) {
        hasEdit(user, version, null);
        return db.sql("""
                        select %s from prompts.feedback
                        where version_id = :version and user_id = :user
                        order by edit_id collate "C" nulls first
                        """.formatted(COLUMNS))
                .param("version", version)
                .param("user", user.value())
                .query(PostgresFeedback::feedback)
                .list();
    }

    /** A later opinion of the same takes the place of the one before. */
    Feedback store(UserId user, UUID id, Opinion opinion, long revision, Instant now) {
        return db.sql("""
                        insert into prompts.feedback as f (
                            id, user_id, version_id, edit_id, verdict, rating, comment, revision, created_at, updated_at)
                        values (:id, :user, :version, :edit, :verdict, :rating, :comment, :revision, :now, :now)
                        on conflict on constraint feedback_subject do update set
                            verdict = excluded.verdict, rating = excluded.rating, comment = excluded.comment,
                            source = 'given', version = f.version + 1, revision = excluded.revision,
                            updated_at = excluded.updated_at
                        where f.user_id = :user
                        returning %s
                        """.formatted(COLUMNS))
                .param("id", id)
                .param("user", user.value())
                .param("version", opinion.versionId())
                .param("edit", opinion.editId())
                .param(
                        "verdict",
                        opinion.verdict() == null ? null : opinion.verdict().toString())
                .param("rating", opinion.rating())
                .param("comment", opinion.comment())
                .param("revision", revision)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(PostgresFeedback::feedback)
                .single();
    }

    /**
     * What choosing among the edits of a version says of them. It takes the place of what an earlier choice said, never of
     * what the user said in words.
     */
    void choose(
            UserId user, UUID version, Map<String, UUID> edits, Opinion.Verdict verdict, long revision, Instant now) {
        db.sql("""
                        insert into prompts.feedback as f (
                            id, user_id, version_id, edit_id, verdict, source, revision, created_at, updated_at)
                        select given.id, :user, :version, given.edit, :verdict, 'choice', :revision, :now, :now
                        from unnest(cast(:ids as uuid[]), cast(:edits as text[])) as given (id, edit)
                        on conflict on constraint feedback_subject do update set
                            verdict = excluded.verdict, version = f.version + 1, revision = excluded.revision,
                            updated_at = excluded.updated_at
                        where f.user_id = :user and f.source = 'choice' and f.verdict <> excluded.verdict
                        """)
                .param("ids", edits.values().stream().map(UUID::toString).toArray(String[]::new))
                .param("edits", edits.keySet().toArray(String[]::new))
                .param("user", user.value())
                .param("version", version)
                .param("verdict", verdict.toString())
                .param("revision", revision)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The version that the engine made, from which a version was made by restoring and by choosing among its edits. */
    UUID origin(UserId user, UUID version) {
        return db.sql("""
                        with recursive made as (
                            select id, source_version_id from prompts.versions where id = :version and user_id = :user
                            union all
                            select v.id, v.source_version_id
                            from prompts.versions v join made on v.id = made.source_version_id and v.user_id = :user)
                        select id from made where source_version_id is null
                        """)
                .param("version", version)
                .param("user", user.value())
                .query(UUID.class)
                .single();
    }

    private static Feedback feedback(ResultSet row, int number) throws SQLException {
        return new Feedback(
                row.getObject("id", UUID.class),
                new Opinion(
                        row.getObject("version_id", UUID.class),
                        row.getString("edit_id"),
                        Opinion.Verdict.of(row.getString("verdict")),
                        row.getObject("rating", Integer.class),
                        row.getString("comment")),
                Feedback.Source.of(row.getString("source")),
                row.getLong("version"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("updated_at", OffsetDateTime.class).toInstant());
    }
}
