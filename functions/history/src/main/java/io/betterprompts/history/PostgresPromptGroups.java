package io.betterprompts.history;

import io.betterprompts.common.identity.UserId;
import io.betterprompts.common.page.PageRequest;
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

/** The table {@code prompts.history}, without what is deleted. */
final class PostgresPromptGroups {

    private static final String COLUMNS = """
            id, title, intent, status, favourite, tags, current_version_number, created_at, updated_at, version""";

    private final JdbcClient db;

    PostgresPromptGroups(JdbcClient db) {
        this.db = db;
    }

    List<PromptGroup.Summary> newest(UserId user, Filter filter, PageRequest<UUID> page) {
        return db.sql("""
                        select %s, left(original_prompt, 200) as preview
                        from prompts.history
                        where user_id = :user and deleted_at is null
                            and id < coalesce(cast(:after as uuid), 'ffffffff-ffff-ffff-ffff-ffffffffffff')
                            and (cast(:intent as text) is null or intent = :intent)
                            and (cast(:tag as text) is null or :tag = any (tags))
                            and (cast(:favourite as boolean) is null or favourite = :favourite)
                            and (cast(:status as text) is null or status = :status)
                        order by id desc
                        limit :rows
                        """.formatted(COLUMNS))
                .param("user", user.value())
                .param("after", page.after().orElse(null))
                .param("intent", filter.intent().orElse(null))
                .param("tag", filter.tag().orElse(null))
                .param("favourite", filter.favourite().orElse(null))
                .param("status", filter.status().orElse(null))
                .param("rows", page.rows())
                .query((row, number) -> new PromptGroup.Summary(group(row), row.getString("preview")))
                .list();
    }

    /**
     * One group.
     *
     * @throws PromptGroupNotFound if the user has no such group
     */
    PromptGroup.Full get(UserId user, UUID id) {
        return db.sql("""
                        select %s, original_prompt
                        from prompts.history
                        where id = :id and user_id = :user and deleted_at is null
                        """.formatted(COLUMNS))
                .param("id", id)
                .param("user", user.value())
                .query(PostgresPromptGroups::full)
                .optional()
                .orElseThrow(() -> new PromptGroupNotFound(id));
    }

    PromptGroup.Full insert(UserId user, UUID id, NewPrompt prompt, long revision, Instant now) {
        return db.sql("""
                        insert into prompts.history (
                            id, user_id, original_prompt, title, current_version_number, tags, revision,
                            created_at, updated_at)
                        values (:id, :user, :original, :title, 1, :tags, :revision, :now, :now)
                        returning %s, original_prompt
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
                        update prompts.history
                        set title = coalesce(cast(:title as text), title), tags = coalesce(cast(:tags as text[]), tags),
                            favourite = coalesce(cast(:favourite as boolean), favourite),
                            status = coalesce(cast(:status as text), status),
                            version = version + 1, revision = :revision, updated_at = :now
                        where id = :id and user_id = :user and deleted_at is null
                        returning %s, original_prompt
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

    private static PromptGroup.Full full(ResultSet row, int number) throws SQLException {
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
