package io.betterprompts.history;

import io.betterprompts.common.identity.UserId;
import io.betterprompts.common.json.Json;
import io.betterprompts.common.text.Tags;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * All rows of a user that are kept in step, in the order of their revisions. What belongs to a deleted group is left out:
 * the group's tombstone stands for it.
 */
final class PostgresChanges {

    private final JdbcClient db;

    PostgresChanges(JdbcClient db) {
        this.db = db;
    }

    /** The revision of the user's last change. */
    long last(UserId user) {
        return db.sql("select last from auth.revisions where user_id = :user")
                .param("user", user.value())
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    /**
     * Rows after a cursor. They are found in one statement, so in one state of the database, and read after it: what has
     * changed in between is told in its newer state, and told again at its newer place.
     */
    Found after(UserId user, SyncKey since, Set<SyncType> types, int rows) {
        Map<SyncType, List<UUID>> found = new EnumMap<>(SyncType.class);
        List<SyncKey> keys = keys(user, since, types, rows);
        keys.forEach(key ->
                found.computeIfAbsent(key.type(), type -> new ArrayList<>()).add(key.id()));
        Map<UUID, Change> changes = new HashMap<>();
        found.forEach((type, ids) -> read(user, type, ids).forEach(change -> changes.put(change.id(), change)));
        return new Found(
                keys.stream()
                        .map(key -> Optional.ofNullable(changes.get(key.id())).map(change -> at(key, change)))
                        .flatMap(Optional::stream)
                        .toList(),
                keys.size() == rows);
    }

    /**
     * What was found.
     *
     * @param changes fewer than were found, if the group of one was deleted before it was read
     * @param isFull whether as many were found as were asked for, so that there may be more
     */
    record Found(List<Change> changes, boolean isFull) {}

    /** The row, if the user has it or had it. */
    Optional<Change> find(UserId user, SyncType type, UUID id) {
        return read(user, type, List.of(id)).stream().findFirst();
    }

    /** At the place where it was found, so that a part's last row is where the next part begins. */
    private static Change at(SyncKey key, Change change) {
        return new Change(
                change.type(), change.id(), change.version(), key.revision(), change.deletedAt(), change.data());
    }

    private List<SyncKey> keys(UserId user, SyncKey since, Set<SyncType> types, int rows) {
        return db.sql("""
            select revision, type, id from (
                (select revision, 1 as type, id from prompts.history
                 where user_id = :user and revision >= :revision
                     and (revision, 1, id) > (:revision, :type, :id)
                 order by revision, id limit :rows)
                union all
                (select v.revision, 2, v.id from prompts.versions v
                 join prompts.history h on h.id = v.history_id and h.deleted_at is null
                 where v.user_id = :user and v.revision >= :revision
                     and (v.revision, 2, v.id) > (:revision, :type, :id)
                 order by v.revision, v.id limit :rows)
                union all
                (select l.revision, 3, l.id from prompts.labels l
                 join prompts.history h on h.id = l.history_id and h.deleted_at is null
                 where l.user_id = :user and l.revision >= :revision
                     and (l.revision, 3, l.id) > (:revision, :type, :id)
                 order by l.revision, l.id limit :rows)
                union all
                (select revision, 4, id from prompts.templates
                 where user_id = :user and revision >= :revision
                     and (revision, 4, id) > (:revision, :type, :id)
                 order by revision, id limit :rows)
                union all
                select revision, 5, user_id from settings.user_settings
                where user_id = :user and (revision, 5, user_id) > (:revision, :type, :id)
            ) as changed
            where type = any (:types)
            order by revision, type, id
            limit :rows
            """)
                .param("user", user.value())
                .param("revision", since.revision())
                .param("type", since.type().place())
                .param("id", since.id())
                .param("types", types.stream().map(SyncType::place).toArray(Integer[]::new))
                .param("rows", rows)
                .query((row, number) -> new SyncKey(
                        row.getLong("revision"), SyncType.at(row.getInt("type")), row.getObject("id", UUID.class)))
                .list();
    }

    private List<Change> read(UserId user, SyncType type, Collection<UUID> ids) {
        return switch (type) {
            case GROUP -> read(user, ids, GROUPS, row -> PostgresPromptGroups.full(row, 0), type);
            case VERSION -> read(user, ids, VERSIONS, row -> PostgresVersions.version(row, 0), type);
            case LABEL -> read(user, ids, LABELS, row -> PostgresLabels.label(row, 0), type);
            case TEMPLATE -> read(user, ids, TEMPLATES, PostgresChanges::template, type);
            case SETTINGS -> read(user, ids, SETTINGS, PostgresChanges::settings, type);
        };
    }

    private List<Change> read(UserId user, Collection<UUID> ids, String sql, Row data, SyncType type) {
        RowMapper<Change> mapper = (row, number) -> {
            Instant deletedAt = deletedAt(row);
            return new Change(
                    type,
                    row.getObject("row_id", UUID.class),
                    row.getLong("row_version"),
                    row.getLong("revision"),
                    deletedAt,
                    deletedAt == null ? data.of(row) : null);
        };
        return db.sql(sql)
                .param("user", user.value())
                .param("ids", ids.toArray(UUID[]::new))
                .query(mapper)
                .list();
    }

    private interface Row {
        Object of(ResultSet row) throws SQLException;
    }

    private static final String GROUPS = """
        select h.id as row_id, h.version as row_version, h.revision, h.deleted_at, h.original_prompt, %s
        from prompts.history h
        where h.user_id = :user and h.id = any (:ids)
        """.formatted(PostgresPromptGroups.COLUMNS);

    private static final String VERSIONS = """
        select v.id as row_id, 1 as row_version, v.revision, cast(null as timestamptz) as deleted_at, %s
        from prompts.versions v join prompts.history h on h.id = v.history_id and h.deleted_at is null
        where v.user_id = :user and v.id = any (:ids)
        """.formatted(PostgresVersions.COLUMNS);

    private static final String LABELS = """
        select l.id as row_id, l.version as row_version, l.revision, l.deleted_at, %s
        from prompts.labels l
        join prompts.versions v on v.id = l.version_id
        join prompts.history h on h.id = l.history_id and h.deleted_at is null
        where l.user_id = :user and l.id = any (:ids)
        """.formatted(PostgresLabels.COLUMNS);

    private static final String TEMPLATES = """
        select id as row_id, version as row_version, revision, deleted_at, name, content, description, category, tags,
            is_public, variables, usage_count, created_at, updated_at
        from prompts.templates
        where user_id = :user and id = any (:ids)
        """;

    private static final String SETTINGS = """
        select user_id as row_id, version as row_version, revision, cast(null as timestamptz) as deleted_at, theme,
            language, default_model, settings_data, history_retention_days, share_feedback, updated_at
        from settings.user_settings
        where user_id = :user and user_id = any (:ids)
        """;

    private static SyncedRows.Template template(ResultSet row) throws SQLException {
        return new SyncedRows.Template(
                row.getObject("row_id", UUID.class),
                row.getString("name"),
                row.getString("content"),
                row.getString("description"),
                row.getString("category"),
                Tags.of(row.getArray("tags")),
                row.getBoolean("is_public"),
                Json.mapper().readTree(row.getString("variables")),
                true,
                row.getLong("usage_count"),
                row.getLong("row_version"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("updated_at", OffsetDateTime.class).toInstant());
    }

    private static SyncedRows.Settings settings(ResultSet row) throws SQLException {
        return new SyncedRows.Settings(
                row.getString("theme"),
                row.getString("language"),
                row.getString("default_model"),
                Json.mapper().readTree(row.getString("settings_data")),
                row.getObject("history_retention_days", Integer.class),
                row.getBoolean("share_feedback"),
                row.getLong("row_version"),
                row.getObject("updated_at", OffsetDateTime.class).toInstant());
    }

    private static @Nullable Instant deletedAt(ResultSet row) throws SQLException {
        return Optional.ofNullable(row.getObject("deleted_at", OffsetDateTime.class))
                .map(OffsetDateTime::toInstant)
                .orElse(null);
    }
}
