package io.betterprompts.templates;

import io.betterprompts.common.identity.UserId;
import io.betterprompts.common.json.Json;
import io.betterprompts.common.page.PageRequest;
import io.betterprompts.common.text.Tags;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code prompts.templates}, without what is deleted. */
final class PostgresTemplates {

    private static final String COLUMNS = """
            id, name, content, description, category, tags, is_public, variables, user_id = :user as is_own,
            usage_count, version, created_at, updated_at""";

    private final JdbcClient db;

    PostgresTemplates(JdbcClient db) {
        this.db = db;
    }

    /** Cases are compared by a collation of PostgreSQL's own, so that every server agrees beyond ASCII too. */
    List<Template> newest(UserId user, Filter filter, PageRequest<UUID> page) {
        return db.sql("""
                        select %s
                        from prompts.templates
                        where ((:own and user_id = :user) or (:public and is_public)) and deleted_at is null
                            and id < coalesce(cast(:after as uuid), 'ffffffff-ffff-ffff-ffff-ffffffffffff')
                            and (cast(:tag as text) is null or :tag = any (tags))
                            and (cast(:category as text) is null or category = :category)
                            and (cast(:words as text) is null
                                or strpos(
                                    lower(concat(name, chr(10), description) collate "pg_c_utf8"),
                                    lower(:words collate "pg_c_utf8")) > 0)
                        order by id desc
                        limit :rows
                        """.formatted(COLUMNS))
                .param("own", filter.scope().includesOwn())
                .param("public", filter.scope().includesPublic())
                .param("user", user.value())
                .param("after", page.after().orElse(null))
                .param("tag", filter.tag().orElse(null))
                .param("category", filter.category().orElse(null))
                .param("words", filter.words().orElse(null))
                .param("rows", page.rows())
                .query(PostgresTemplates::template)
                .list();
    }

    /**
     * A template that the user may read.
     *
     * @throws TemplateNotFound if there is none of the user's own and no public one
     */
    Template visible(UserId user, UUID id) {
        return db.sql("""
                        select %s
                        from prompts.templates
                        where id = :id and (user_id = :user or is_public) and deleted_at is null
                        """.formatted(COLUMNS))
                .param("id", id)
                .param("user", user.value())
                .query(PostgresTemplates::template)
                .optional()
                .orElseThrow(() -> new TemplateNotFound(id));
    }

    /**
     * A template that the user may write.
     *
     * @throws TemplateNotFound if there is none, even if there is a public one of somebody else
     */
    Template own(UserId user, UUID id) {
        Template template = visible(user, id);
        if (!template.isOwn()) {
            throw new TemplateNotFound(id);
        }
        return template;
    }

    Template insert(UserId user, UUID id, Draft draft, long revision, Instant now) {
        return write("""
                        insert into prompts.templates (
                            id, user_id, name, content, description, category, tags, is_public, variables, revision,
                            created_at, updated_at)
                        values (
                            :id, :user, :name, :content, :description, :category, :tags, :public,
                            cast(:variables as jsonb), :revision, :now, :now)
                        returning %s
                        """, user, id, draft, revision, now);
    }

    Template update(UserId user, UUID id, Draft draft, long revision, Instant now) {
        return write("""
                        update prompts.templates
                        set name = :name, content = :content, description = :description, category = :category,
                            tags = :tags, is_public = :public, variables = cast(:variables as jsonb),
                            version = version + 1, revision = :revision, updated_at = :now
                        where id = :id and user_id = :user and deleted_at is null
                        returning %s
                        """, user, id, draft, revision, now);
    }

    /** How many templates were deleted: 1 or 0. */
    int delete(UserId user, UUID id, long revision, Instant now) {
        return db.sql("""
                        update prompts.templates
                        set deleted_at = :now, version = version + 1, revision = :revision, updated_at = :now
                        where id = :id and user_id = :user and deleted_at is null
                        """)
                .param("id", id)
                .param("user", user.value())
                .param("revision", revision)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    private Template write(String sql, UserId user, UUID id, Draft draft, long revision, Instant now) {
        return db.sql(sql.formatted(COLUMNS))
                .param("id", id)
                .param("user", user.value())
                .param("name", draft.name())
                .param("content", draft.content())
                .param("description", draft.description())
                .param("category", draft.category())
                .param("tags", draft.tags().toArray())
                .param("public", draft.isPublic())
                .param("variables", Json.mapper().writeValueAsString(draft.variables()))
                .param("revision", revision)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(PostgresTemplates::template)
                .single();
    }

    private static Template template(ResultSet row, int number) throws SQLException {
        return new Template(
                row.getObject("id", UUID.class),
                draft(row),
                row.getBoolean("is_own"),
                row.getLong("usage_count"),
                row.getLong("version"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("updated_at", OffsetDateTime.class).toInstant());
    }

    private static Draft draft(ResultSet row) throws SQLException {
        return new Draft(
                row.getString("name"),
                row.getString("content"),
                row.getString("description"),
                row.getString("category"),
                Tags.of(row.getArray("tags")),
                row.getBoolean("is_public"),
                List.of(Json.mapper().readValue(row.getString("variables"), Variable[].class)));
    }
}
