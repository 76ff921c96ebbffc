package io.betterprompts.templates;

import io.betterprompts.common.identity.UserId;
import io.betterprompts.common.json.Json;
import io.betterprompts.common.text.Tags;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Templates and prompt groups as they leave an account and enter one, with their ids and times. */
final class PostgresTransfer {

    private static final String VERSION = """
            id, number, original_prompt, optimized_prompt, status, reasoning, iteration_direction, model_id, provider,
            model_name, edits, explanation, rule_set_hash, model_hash, created_at""";

    private final JdbcClient db;

    PostgresTransfer(JdbcClient db) {
        this.db = db;
    }

    /** In the order of their ids. */
    List<PortableTemplate> templates(UserId user, Optional<UUID> after, int rows) {
        return db.sql("""
                        select id, name, content, description, category, tags, is_public, variables, created_at, updated_at
                        from prompts.templates
                        where user_id = :user and deleted_at is null and (cast(:after as uuid) is null or id > :after)
                        order by id
                        limit :rows
                        """)
                .param("user", user.value())
                .param("after", after.orElse(null))
                .param("rows", rows)
                .query((row, number) -> new PortableTemplate(
                        row.getObject("id", UUID.class),
                        PostgresTemplates.draft(row),
                        instant(row, "created_at"),
                        instant(row, "updated_at")))
                .list();
    }

    /** In the order of their ids. */
    List<PortableGroup> groups(UserId user, Optional<UUID> after, int rows) {
        return db.sql("""
                        select id, original_prompt, title, intent, status, favourite, tags, created_at, updated_at
                        from prompts.history
                        where user_id = :user and deleted_at is null and (cast(:after as uuid) is null or id > :after)
                        order by id
                        limit :rows
                        """)
                .param("user", user.value())
                .param("after", after.orElse(null))
                .param("rows", rows)
                .query((row, number) -> group(user, row))
                .list();
    }

    private PortableGroup group(UserId user, ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new PortableGroup(
                id,
                row.getString("original_prompt"),
                row.getString("title"),
                row.getString("intent"),
                row.getString("status"),
                row.getBoolean("favourite"),
                Tags.of(row.getArray("tags")),
                instant(row, "created_at"),
                instant(row, "updated_at"),
                versions(user, id));
    }

    private List<PortableGroup.Version> versions(UserId user, UUID group) {
        return db.sql("select " + VERSION + " from prompts.versions where history_id = :group and user_id = :user "
                        + "order by number")
                .param("group", group)
                .param("user", user.value())
                .query(PostgresTransfer::version)
                .list();
    }

    private static PortableGroup.Version version(ResultSet row, int number) throws SQLException {
        return new PortableGroup.Version(
                row.getObject("id", UUID.class),
                row.getInt("number"),
                row.getString("original_prompt"),
                row.getString("optimized_prompt"),
                row.getString("status"),
                row.getString("reasoning"),
                row.getString("iteration_direction"),
                row.getString("model_id"),
                row.getString("provider"),
                row.getString("model_name"),
                json(row.getString("edits")),
                json(row.getString("explanation")),
                row.getString("rule_set_hash"),
                row.getString("model_hash"),
                instant(row, "created_at"));
    }

    /** Whose template it is; empty if nobody has it. */
    Optional<UserId> ownerOfTemplate(UUID id) {
        return owner("select user_id from prompts.templates where id = :id", id);
    }

    /** Whose prompt group it is; empty if nobody has it. */
    Optional<UserId> ownerOfGroup(UUID id) {
        return owner("select user_id from prompts.history where id = :id", id);
    }

    /** Whose version it is; empty if nobody has it. */
    Optional<UserId> ownerOfVersion(UUID id) {
        return owner("select user_id from prompts.versions where id = :id", id);
    }

    private Optional<UserId> owner(String sql, UUID id) {
        return db.sql(sql).param("id", id).query(UUID.class).optional().map(UserId::new);
    }

    void insertTemplate(UserId user, UUID id, Draft draft, Instant created, Instant updated, long revision) {
        db.sql("""
                        insert into prompts.templates (
                            id, user_id, name, content, description, category, tags, is_public, variables, revision,
                            created_at, updated_at)
                        values (
                            :id, :user, :name, :content, :description, :category, :tags, :public,
                            cast(:variables as jsonb), :revision, :created, :updated)
                        """)
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
                .update();
    }

    void insertGroup(UserId user, UUID id, PortableGroup group, Instant now, long revision) {
        db.sql("""
                        insert into prompts.history (
                            id, user_id, original_prompt, title, intent, current_version_number, status, tags, favourite,
                            revision, created_at, updated_at)
                        values (
                            :id, :user, :prompt, :title, :intent, :number, :status, :tags, :favourite, :revision, :created,
                            :updated)
                        """)
                .param("id", id)
                .param("user", user.value())
                .param("prompt", group.originalPrompt())
                .param("title", group.title())
                .param("intent", group.intent())
                .param("number", group.versions().size())
                .param("status", group.status())
                .param("tags", group.tags().toArray())
                .param("favourite", group.favourite())
                .param("revision", revision)
                .param("created", at(group.createdAt(), now))
                .param("updated", at(group.updatedAt(), now))
                .update();
    }

    void insertVersion(UserId user, UUID group, UUID id, PortableGroup.Version version, Instant now, long revision) {
        db.sql("""
                        insert into prompts.versions (
                            id, history_id, user_id, number, original_prompt, optimized_prompt, status, reasoning,
                            iteration_direction, model_id, provider, model_name, edits, explanation, rule_set_hash,
                            model_hash, revision, created_at)
                        values (
                            :id, :group, :user, :number, :original, :optimized, :status, :reasoning, :direction, :model_id,
                            :provider, :model_name, cast(:edits as jsonb), cast(:explanation as jsonb), :rules, :model,
                            :revision, :created)
                        """)
                .param("id", id)
                .param("group", group)
                .param("user", user.value())
                .param("number", version.number())
                .param("original", version.originalPrompt())
                .param("optimized", version.optimizedPrompt())
                .param("status", version.status())
                .param("reasoning", version.reasoning())
                .param("direction", version.iterationDirection())
                .param("model_id", version.modelId())
                .param("provider", version.provider())
                .param("model_name", version.modelName())
                .param("edits", version.edits().toString())
                .param(
                        "explanation",
                        version.explanation() == null
                                ? null
                                : version.explanation().toString())
                .param("rules", version.ruleSetHash())
                .param("model", version.modelHash())
                .param("revision", revision)
                .param("created", at(version.createdAt(), now))
                .update();
    }

    private static OffsetDateTime at(@Nullable Instant given, Instant now) {
        return (given == null ? now : given).atOffset(ZoneOffset.UTC);
    }

    private static @Nullable JsonNode json(@Nullable String text) {
        return text == null ? null : Json.mapper().readTree(text);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
