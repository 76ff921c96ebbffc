package io.betterprompts.templates;

import io.betterprompts.common.data.Ids;
import io.betterprompts.common.identity.UserId;
import io.betterprompts.common.json.Json;
import io.betterprompts.common.page.PageRequest;
import io.betterprompts.common.placeholder.Variable;
import io.betterprompts.common.text.Tags;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The table {@code prompts.templates}, without what is deleted. Every write also keeps what was written in
 * {@code prompts.template_versions}.
 */
final class PostgresTemplates {

    private static final String COLUMNS = """
            id, name, content, description, category, tags, is_public, variables, user_id = :user as is_own,
            usage_count, version, created_at, updated_at""";

    /** Of the user's own templates or of those that others made public: an index has each of the two in its order. */
    private static final String LISTED = """
            (select {columns}
            from prompts.templates
            where {whose} and deleted_at is null
                and id < coalesce(cast(:after as uuid), 'ffffffff-ffff-ffff-ffff-ffffffffffff')
                and (cast(:tag as text) is null or tags @> array[cast(:tag as text)])
                and (cast(:category as text) is null or category = :category)
                and (cast(:words as text) is null
                    or search @@ prompts.asked(lower(:words collate "pg_c_utf8"))
                    or strpos(
                        lower(concat(name, chr(10), description) collate "pg_c_utf8"),
                        lower(:words collate "pg_c_utf8")) > 0)
            order by id desc
            limit :rows)
            """.replace("{columns}", COLUMNS);

    private final JdbcClient db;
    private final Ids ids;

    PostgresTemplates(JdbcClient db, Ids ids) {
        this.db = db;
        this.ids = ids;
    }

    /**
     * Words are found in name, description and content, by their English stem too; a part of a word in name and
     * description. Cases are compared by a collation of PostgreSQL's own, so that every server agrees beyond ASCII.
     */
    List<Template> newest(UserId user, Filter filter, PageRequest<UUID> page) {
        List<String> whose = switch (filter.scope()) {
            case OWN -> List.of("user_id = :user");
            case PUBLIC -> List.of("is_public");
            case ALL -> List.of("user_id = :user", "is_public and user_id <> :user");
        };
        String sql = whose.stream()
                .map(condition -> LISTED.replace("{whose}", condition))
                .collect(Collectors.joining(
                        " union all ", "select * from (", ") as listed order by id desc limit :rows"));
        return db.sql(sql)
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
        return insert(user, id, draft, revision, now, now);
    }

    Template insert(UserId user, UUID id, Draft draft, long revision, Instant created, Instant updated) {
        return written("""
                        insert into prompts.templates (
                            id, user_id, name, content, description, category, tags, is_public, variables, revision,
                            created_at, updated_at)
                        values (
                            :id, :user, :name, :content, :description, :category, :tags, :public,
                            cast(:variables as jsonb), :revision, :created, :updated)
                        returning %s
                        """, user, id, draft, revision, created, updated);
    }

    Template update(UserId user, UUID id, Draft draft, long revision, Instant now) {
        return written("""
                        update prompts.templates
                        set name = :name, content = :content, description = :description, category = :category,
                            tags = :tags, is_public = :public, variables = cast(:variables as jsonb),
                            version = version + 1, revision = :revision, updated_at = :updated
                        where id = :id and user_id = :user and deleted_at is null
                        returning %s
                        """, user, id, draft, revision, now, now);
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

    /** Counts a use. That is no change of the template: its version and revision stay. */
    void countUse(UserId user, UUID id) {
        db.sql("""
                        update prompts.templates set usage_count = usage_count + 1
                        where id = :id and (user_id = :user or is_public)
                        """).param("id", id).param("user", user.value()).update();
    }

    /** Keeps templates as they stand now as versions of theirs. Call it in the transaction that changed them. */
    void keepVersions(List<UUID> changed) {
        db.sql("""
                        insert into prompts.template_versions (
                            id, template_id, user_id, version, name, content, description, category, tags, is_public,
                            variables, created_at)
                        select given.id, t.id, t.user_id, t.version, t.name, t.content, t.description, t.category, t.tags,
                            t.is_public, t.variables, t.updated_at
                        from unnest(cast(:templates as uuid[]), cast(:ids as uuid[])) as given (template_id, id)
                        join prompts.templates t on t.id = given.template_id
                        """)
                .param("templates", changed.stream().map(UUID::toString).toArray(String[]::new))
                .param(
                        "ids",
                        changed.stream().map(template -> ids.next().toString()).toArray(String[]::new))
                .update();
    }

    private Template written(
            String sql, UserId user, UUID id, Draft draft, long revision, Instant created, Instant updated) {
        Template template = write(sql, user, id, draft, revision, created, updated);
        keepVersions(List.of(id));
        return template;
    }

    private Template write(
            String sql, UserId user, UUID id, Draft draft, long revision, Instant created, Instant updated) {
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
                .param("created", created.atOffset(ZoneOffset.UTC))
                .param("updated", updated.atOffset(ZoneOffset.UTC))
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

    static Draft draft(ResultSet row) throws SQLException {
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
