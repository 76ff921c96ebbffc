package io.betterprompts.history;

import io.betterprompts.common.data.Ids;
import io.betterprompts.common.identity.UserId;
import io.betterprompts.common.json.Json;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The table {@code prompts.templates}, as far as devices write it. As in the function {@code templates}, every write keeps
 * what was written in {@code prompts.template_versions}.
 */
final class PostgresTemplates {

    private static final String INSERT = """
        insert into prompts.templates (
            id, user_id, name, content, description, category, tags, is_public, variables, revision,
            created_at, updated_at)
        values (
            :id, :user, :name, :content, :description, :category, :tags, :public, cast(:variables as jsonb),
            :revision, :now, :now)
        """;

    private static final String UPDATE = """
        update prompts.templates
        set name = :name, content = :content, description = :description, category = :category,
            tags = :tags, is_public = :public, variables = cast(:variables as jsonb),
            version = version + 1, revision = :revision, updated_at = :now
        where id = :id and user_id = :user and deleted_at is null
        """;

    private final JdbcClient db;
    private final Ids ids;

    PostgresTemplates(JdbcClient db, Ids ids) {
        this.db = db;
        this.ids = ids;
    }

    void insert(UserId user, UUID id, WrittenTemplate template, long revision, Instant now) {
        write(INSERT, user, id, template, revision, now);
    }

    void update(UserId user, UUID id, WrittenTemplate template, long revision, Instant now) {
        write(UPDATE, user, id, template, revision, now);
    }

    void delete(UserId user, UUID id, long revision, Instant now) {
        db.sql("""
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

    private void write(String sql, UserId user, UUID id, WrittenTemplate template, long revision, Instant now) {
        db.sql(sql)
                .param("id", id)
                .param("user", user.value())
                .param("name", template.name())
                .param("content", template.content())
                .param("description", template.description())
                .param("category", template.category())
                .param("tags", template.tags().toArray())
                .param("public", template.isPublic())
                .param("variables", Json.mapper().writeValueAsString(template.variables()))
                .param("revision", revision)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        keepVersion(user, id);
    }

    private void keepVersion(UserId user, UUID template) {
        db.sql("""
            insert into prompts.template_versions (
                id, template_id, user_id, version, name, content, description, category, tags, is_public, variables,
                created_at)
            select :id, id, user_id, version, name, content, description, category, tags, is_public, variables,
                updated_at
            from prompts.templates
            where id = :template and user_id = :user
            """)
                .param("id", ids.next())
                .param("template", template)
                .param("user", user.value())
                .update();
    }
}
