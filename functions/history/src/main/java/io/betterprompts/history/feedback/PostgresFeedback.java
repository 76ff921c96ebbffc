package io.betterprompts.history.feedback;

import io.betterprompts.common.identity.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code prompts.feedback}: one row for each version or edit that was judged. */
final class PostgresFeedback {

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

    /** A later opinion of the same takes the place of the one before. */
    Feedback store(UserId user, UUID id, Opinion opinion, long revision, Instant now) {
        return db.sql("""
                        insert into prompts.feedback as f (
                            id, user_id, version_id, edit_id, verdict, rating, comment, revision, created_at, updated_at)
                        values (:id, :user, :version, :edit, :verdict, :rating, :comment, :revision, :now, :now)
                        on conflict on constraint feedback_subject do update set
                            verdict = excluded.verdict, rating = excluded.rating, comment = excluded.comment,
                            revision = excluded.revision, updated_at = excluded.updated_at
                        where f.user_id = :user
                        returning id, version_id, edit_id, verdict, rating, comment, created_at, updated_at
                        """)
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

    private static Feedback feedback(ResultSet row, int number) throws SQLException {
        return new Feedback(
                row.getObject("id", UUID.class),
                new Opinion(
                        row.getObject("version_id", UUID.class),
                        row.getString("edit_id"),
                        Opinion.Verdict.of(row.getString("verdict")),
                        row.getObject("rating", Integer.class),
                        row.getString("comment")),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("updated_at", OffsetDateTime.class).toInstant());
    }
}
