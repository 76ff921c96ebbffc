package io.betterprompts.history;

import io.betterprompts.common.identity.UserId;
import io.betterprompts.common.json.Json;
import io.betterprompts.common.page.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** The table {@code prompts.versions}, without those of deleted groups. */
final class PostgresVersions {

    /** Of the table, called v. */
    static final String COLUMNS = """
        v.id, v.history_id, v.number, v.original_prompt, v.optimized_prompt, v.status, v.reasoning,
        v.iteration_direction, v.model_id, v.provider, v.model_name, v.edits, v.explanation, v.rule_set_hash,
        v.model_hash, v.source_version_id, v.created_at\
        """;

    private static final String SELECT = """
        select %s
        from prompts.versions v join prompts.history h on h.id = v.history_id and h.deleted_at is null
        """.formatted(COLUMNS);

    private final JdbcClient db;

    PostgresVersions(JdbcClient db) {
        this.db = db;
    }

    List<Version> newest(UserId user, UUID group, PageRequest<Integer> page) {
        return db.sql(SELECT + """
            where v.history_id = :group and v.user_id = :user and v.number < :before
            order by v.number desc
            limit :rows
            """)
                .param("group", group)
                .param("user", user.value())
                .param("before", page.after().orElse(Integer.MAX_VALUE))
                .param("rows", page.rows())
                .query(PostgresVersions::version)
                .list();
    }

    /**
     * One version.
     *
     * @throws VersionNotFound if the user has no such version
     */
    Version get(UserId user, UUID id) {
        return db.sql(SELECT + "where v.id = :id and v.user_id = :user")
                .param("id", id)
                .param("user", user.value())
                .query(PostgresVersions::version)
                .optional()
                .orElseThrow(() -> new VersionNotFound(id));
    }

    /**
     * The version of a number.
     *
     * @throws PromptGroupNotFound if the group was deleted in the meantime
     */
    Version get(UserId user, UUID group, int number) {
        return db.sql(SELECT + "where v.history_id = :group and v.number = :number and v.user_id = :user")
                .param("group", group)
                .param("number", number)
                .param("user", user.value())
                .query(PostgresVersions::version)
                .optional()
                .orElseThrow(() -> new PromptGroupNotFound(group));
    }

    /** The version of a group that a label is to point at. */
    Optional<Version> find(UserId user, UUID group, LabelTarget target) {
        return db.sql(SELECT + """
            where v.history_id = :group and v.user_id = :user and (v.id = :id or v.number = :number)
            """)
                .param("group", group)
                .param("user", user.value())
                .param("id", target.versionId(), Types.OTHER)
                .param("number", target.versionNumber(), Types.INTEGER)
                .query(PostgresVersions::version)
                .optional();
    }

    /** A version made by a client. */
    Version insert(UserId user, UUID id, UUID group, int number, NewVersion version, long revision, Instant now) {
        db.sql("""
            insert into prompts.versions (
                id, history_id, user_id, number, original_prompt, optimized_prompt, reasoning,
                iteration_direction, model_id, provider, model_name, status, revision, created_at)
            values (
                :id, :group, :user, :number, :original, :optimized, :reasoning, :direction, :model_id,
                :provider, :model_name, 'client', :revision, :now)
            """)
                .param("id", id)
                .param("group", group)
                .param("user", user.value())
                .param("number", number)
                .param("original", version.originalPrompt())
                .param("optimized", version.optimizedPrompt())
                .param("reasoning", version.reasoning())
                .param("direction", version.iterationDirection())
                .param("model_id", version.modelId())
                .param("provider", version.provider())
                .param("model_name", version.modelName())
                .param("revision", revision)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        return get(user, id);
    }

    /** A version that equals another one of its group, but for what is given. */
    Version insertLike(UserId user, UUID id, Version source, int number, Change change, long revision, Instant now) {
        db.sql("""
            insert into prompts.versions (
                id, history_id, user_id, number, original_prompt, optimized_prompt, reasoning,
                iteration_direction, model_id, provider, model_name, status, edits, explanation,
                rule_set_hash, model_hash, source_version_id, revision, created_at)
            select :id, history_id, user_id, :number, original_prompt, :optimized, reasoning,
                iteration_direction, model_id, provider, model_name, :status, cast(:edits as jsonb),
                cast(:explanation as jsonb), rule_set_hash, model_hash, id, :revision, :now
            from prompts.versions
            where id = :source and user_id = :user
            """)
                .param("id", id)
                .param("source", source.id())
                .param("user", user.value())
                .param("number", number)
                .param("optimized", change.optimizedPrompt())
                .param("status", change.status())
                .param("edits", change.edits().toString())
                .param(
                        "explanation",
                        Optional.ofNullable(change.explanation())
                                .map(JsonNode::toString)
                                .orElse(null))
                .param("revision", revision)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        return get(user, id);
    }

    /** What sets a version apart from the one it is made from. */
    record Change(
            String optimizedPrompt,
            String status,
            JsonNode edits,
            @Nullable JsonNode explanation) {

        static Change none(Version source) {
            return new Change(source.optimizedPrompt(), source.status(), source.edits(), source.explanation());
        }
    }

    static Version version(ResultSet row, int number) throws SQLException {
        return new Version(
                row.getObject("id", UUID.class),
                row.getObject("history_id", UUID.class),
                row.getInt("number"),
                row.getString("original_prompt"),
                row.getString("optimized_prompt"),
                row.getString("status"),
                row.getString("reasoning"),
                row.getString("iteration_direction"),
                row.getString("model_id"),
                row.getString("provider"),
                row.getString("model_name"),
                Json.mapper().readTree(row.getString("edits")),
                explanation(row).orElse(null),
                row.getString("rule_set_hash"),
                row.getString("model_hash"),
                row.getObject("source_version_id", UUID.class),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }

    private static Optional<JsonNode> explanation(ResultSet row) throws SQLException {
        return Optional.ofNullable(row.getString("explanation")).map(Json.mapper()::readTree);
    }
}
