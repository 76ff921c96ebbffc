package io.betterprompts.history;

import io.betterprompts.common.identity.UserId;
import io.betterprompts.common.text.Tags;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code prompts.history}, without what is deleted unless that is asked for. */
final class PostgresPromptGroups {

    /** Of the table, called h. */
    static final String COLUMNS = """
        h.id, h.title, h.intent, h.status, h.favourite, h.tags, h.current_version_number, h.created_at, h.updated_at,
        h.version\
        """;

    private final JdbcClient db;

    PostgresPromptGroups(JdbcClient db) {
        this.db = db;
    }

    /**
     * One group.
     *
     * @throws PromptGroupNotFound if the user has no such group
     */
    PromptGroup.Full get(UserId user, UUID id) {
        return db.sql("""
            select %s, h.original_prompt
            from prompts.history h
            where h.id = :id and h.user_id = :user and h.deleted_at is null
            """.formatted(COLUMNS))
                .param("id", id)
                .param("user", user.value())
                .query(PostgresPromptGroups::full)
                .optional()
                .orElseThrow(() -> new PromptGroupNotFound(id));
    }

    PromptGroup.Full insert(UserId user, UUID id, NewPrompt prompt, long revision, Instant now) {
        return db.sql("""
            insert into prompts.history as h (
                id, user_id, original_prompt, title, current_version_number, tags, revision,
                created_at, updated_at)
            values (:id, :user, :original, :title, 1, :tags, :revision, :now, :now)
            returning %s, h.original_prompt
            """.formatted(COLUMNS))
                .param("id", id)
                .param("user", user.value())
                .param("original", prompt.originalPrompt())
                .param("title", prompt.title())
                .param("tags", prompt.tags().toArray())
                .param("revision", revision)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(PostgresPromptGroups::full)
                .single();
    }

    PromptGroup.Full update(UserId user, UUID id, PromptChange change, long revision, Instant now) {
        return db.sql("""
            update prompts.history h
            set title = coalesce(cast(:title as text), title), tags = coalesce(cast(:tags as text[]), tags),
                favourite = coalesce(cast(:favourite as boolean), favourite),
                status = coalesce(cast(:status as text), status),
                version = version + 1, revision = :revision, updated_at = :now
            where id = :id and user_id = :user and deleted_at is null
            returning %s, h.original_prompt
            """.formatted(COLUMNS))
                .param("id", id)
                .param("user", user.value())
                .param("title", change.title())
                .param(
                        "tags",
                        Optional.ofNullable(change.tags()).map(Tags::toArray).orElse(null))
                .param("favourite", change.favourite())
                .param("status", change.status())
                .param("revision", revision)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(PostgresPromptGroups::full)
                .single();
    }

    /** Gives the group a next version, whose number it returns with the group. */
    PromptGroup.Full advance(UserId user, UUID id, long revision, Instant now) {
        return db.sql("""
            update prompts.history h
            set current_version_number = current_version_number + 1, version = version + 1,
                revision = :revision, updated_at = :now
            where id = :id and user_id = :user and deleted_at is null
            returning %s, h.original_prompt
            """.formatted(COLUMNS))
                .param("id", id)
                .param("user", user.value())
                .param("revision", revision)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(PostgresPromptGroups::full)
                .single();
    }

    /** How many groups were deleted: 1 or 0. */
    int delete(UserId user, UUID id, long revision, Instant now) {
        return db.sql("""
            update prompts.history
            set deleted_at = :now, version = version + 1, revision = :revision, updated_at = :now
            where id = :id and user_id = :user and deleted_at is null
            """)
                .param("id", id)
                .param("user", user.value())
                .param("revision", revision)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /**
     * A group that was deleted and can be brought back.
     *
     * @throws PromptGroupNotFound if there is none, or it was deleted earlier, or its texts were erased
     */
    PromptGroup.Full deleted(UserId user, UUID id, Instant since) {
        return db.sql("""
            select %s, h.original_prompt
            from prompts.history h
            where h.id = :id and h.user_id = :user and h.deleted_at > :since
                and exists (select from prompts.versions v where v.history_id = h.id and v.user_id = :user)
            """.formatted(COLUMNS))
                .param("id", id)
                .param("user", user.value())
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query(PostgresPromptGroups::full)
                .optional()
                .orElseThrow(() -> new PromptGroupNotFound(id));
    }

    /** Brings a deleted group back. Its versions and labels change with it, for devices that have thrown them away. */
    PromptGroup.Full undelete(UserId user, UUID id, long revision, Instant now) {
        for (String table : List.of("prompts.versions", "prompts.labels")) {
            db.sql("update " + table + " set revision = :revision where history_id = :id and user_id = :user")
                    .param("id", id)
                    .param("user", user.value())
                    .param("revision", revision)
                    .update();
        }
        return db.sql("""
            update prompts.history h
            set deleted_at = null, version = version + 1, revision = :revision, updated_at = :now
            where id = :id and user_id = :user
            returning %s, h.original_prompt
            """.formatted(COLUMNS))
                .param("id", id)
                .param("user", user.value())
                .param("revision", revision)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(PostgresPromptGroups::full)
                .single();
    }

    static PromptGroup.Summary summary(ResultSet row) throws SQLException {
        return new PromptGroup.Summary(group(row), row.getString("preview"));
    }

    static PromptGroup.Full full(ResultSet row, int number) throws SQLException {
        return new PromptGroup.Full(group(row), row.getString("original_prompt"));
    }

    private static PromptGroup group(ResultSet row) throws SQLException {
        return new PromptGroup(
                row.getObject("id", UUID.class),
                row.getString("title"),
                row.getString("intent"),
                row.getString("status"),
                row.getBoolean("favourite"),
                Tags.of(row.getArray("tags")),
                row.getInt("current_version_number"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("updated_at", OffsetDateTime.class).toInstant(),
                row.getLong("version"));
    }
}
