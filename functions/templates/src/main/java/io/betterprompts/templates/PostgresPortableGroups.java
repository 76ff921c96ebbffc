package io.betterprompts.templates;

import io.betterprompts.common.identity.UserId;
import io.betterprompts.common.json.Json;
import io.betterprompts.common.text.Tags;
import io.betterprompts.templates.PortableGroup.Label;
import io.betterprompts.templates.PortableGroup.Version;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Prompt groups, their versions and labels as they leave an account and enter one. */
final class PostgresPortableGroups {

    private final JdbcClient db;

    PostgresPortableGroups(JdbcClient db) {
        this.db = db;
    }

    /** Without their versions, in the order of their ids: those after a position, or the group it is within and those after. */
    List<PortableGroup> after(UserId user, Optional<ExportPosition> position, int rows) {
        return db.sql("""
                        select id, original_prompt, title, intent, status, favourite, tags, created_at, updated_at
                        from prompts.history
                        where user_id = :user and deleted_at is null and id >= :from and id is distinct from :done
                        order by id
                        limit :rows
                        """)
                .param("user", user.value())
                .param("from", position.map(ExportPosition::id).orElse(ExportPosition.BEFORE_ALL))
                .param(
                        "done",
                        position.filter(at -> !at.isWithinGroup())
                                .map(ExportPosition::id)
                                .orElse(ExportPosition.BEFORE_ALL))
                .param("rows", rows)
                .query(PostgresPortableGroups::group)
                .list();
    }

    /** By their numbers. */
    List<Version> versions(UserId user, UUID group, int after, int rows) {
        return db.sql("""
                        select v.id, v.number, v.original_prompt, v.optimized_prompt, v.status, v.reasoning,
                            v.iteration_direction, v.model_id, v.provider, v.model_name, v.edits, v.explanation,
                            v.rule_set_hash, v.model_hash, v.created_at, source.number as made_from
                        from prompts.versions v left join prompts.versions source on source.id = v.source_version_id
                        where v.history_id = :group and v.user_id = :user and v.number > :after
                        order by v.number
                        limit :rows
                        """)
                .param("group", group)
                .param("user", user.value())
                .param("after", after)
                .param("rows", rows)
                .query(PostgresPortableGroups::version)
                .list();
    }

    /** By their names: those that point at one of some versions. */
    List<Label> labels(UserId user, UUID group, int first, int last) {
        return db.sql("""
                        select l.name, v.number from prompts.labels l join prompts.versions v on v.id = l.version_id
                        where l.history_id = :group and l.user_id = :user and l.deleted_at is null
                            and v.number between :first and :last
                        order by l.name
                        """)
                .param("group", group)
                .param("user", user.value())
                .param("first", first)
                .param("last", last)
                .query((row, number) -> new Label(row.getString("name"), row.getInt("number")))
                .list();
    }

    /** The number of its last version; empty if it is deleted. */
    OptionalInt lastNumber(UserId user, UUID group) {
        return db.sql("""
                        select current_version_number from prompts.history
                        where id = :group and user_id = :user and deleted_at is null
                        """)
                .param("group", group)
                .param("user", user.value())
                .query(Integer.class)
                .optional()
                .map(OptionalInt::of)
                .orElseGet(OptionalInt::empty);
    }

    void insert(UserId user, UUID id, PortableGroup group, Instant now, long revision) {
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
                .param("number", group.last())
                .param("status", group.status())
                .param("tags", group.tags().toArray())
                .param("favourite", group.favourite())
                .param("revision", revision)
                .param("created", at(group.createdAt(), now))
                .param("updated", at(group.updatedAt(), now))
                .update();
    }

    /** Has it end with the last version of a part of it. */
    void extend(UserId user, UUID id, PortableGroup part, Instant now, long revision) {
        db.sql("""
                        update prompts.history
                        set current_version_number = :number, version = version + 1, revision = :revision, updated_at = :updated
                        where id = :id and user_id = :user
                        """)
                .param("id", id)
                .param("user", user.value())
                .param("number", part.last())
                .param("revision", revision)
                .param("updated", at(part.updatedAt(), now))
                .update();
    }

    void insertVersion(UserId user, UUID group, UUID id, Version version, Instant now, long revision) {
        db.sql("""
                        insert into prompts.versions (
                            id, history_id, user_id, number, original_prompt, optimized_prompt, status, reasoning,
                            iteration_direction, model_id, provider, model_name, edits, explanation, rule_set_hash,
                            model_hash, source_version_id, revision, created_at)
                        values (
                            :id, :group, :user, :number, :original, :optimized, :status, :reasoning, :direction, :model_id,
                            :provider, :model_name, cast(:edits as jsonb), cast(:explanation as jsonb), :rules, :model,
                            (select id from prompts.versions where history_id = :group and number = :made_from),
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
                .param("made_from", version.madeFrom())
                .param("revision", revision)
                .param("created", at(version.createdAt(), now))
                .update();
    }

    /** Unless the group has one of that name, or had one. */
    void insertLabel(UserId user, UUID group, UUID id, Label label, Instant now, long revision) {
        db.sql("""
                        insert into prompts.labels (
                            id, user_id, history_id, name, version_id, revision, created_at, updated_at)
                        select :id, user_id, history_id, :name, id, :revision, :now, :now
                        from prompts.versions
                        where history_id = :group and user_id = :user and number = :number
                        on conflict (history_id, name) do nothing
                        """)
                .param("id", id)
                .param("user", user.value())
                .param("group", group)
                .param("name", label.name())
                .param("number", label.number())
                .param("revision", revision)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static PortableGroup group(ResultSet row, int number) throws SQLException {
        return new PortableGroup(
                row.getObject("id", UUID.class),
                row.getString("original_prompt"),
                row.getString("title"),
                row.getString("intent"),
                row.getString("status"),
                row.getBoolean("favourite"),
                Tags.of(row.getArray("tags")),
                instant(row, "created_at"),
                instant(row, "updated_at"),
                List.of(),
                List.of());
    }

    private static Version version(ResultSet row, int number) throws SQLException {
        return new Version(
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
                row.getObject("made_from", Integer.class),
                instant(row, "created_at"));
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
