package io.betterprompts.history;

import io.betterprompts.common.identity.UserId;
import io.betterprompts.common.page.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code prompts.labels}, without what is deleted. */
final class PostgresLabels {

    static final String COLUMNS = """
        l.history_id, l.name, l.version_id, v.number as version_number, l.version, l.created_at, l.updated_at\
        """;

    private static final String SELECT = """
        select %s
        from prompts.labels l join prompts.versions v on v.id = l.version_id
        where l.history_id = :group and l.user_id = :user and l.deleted_at is null
        """.formatted(COLUMNS);

    private final JdbcClient db;

    PostgresLabels(JdbcClient db) {
        this.db = db;
    }

    /** By name. */
    List<Label> list(UserId user, UUID group, PageRequest<String> page) {
        return db.sql(SELECT + " and l.name collate \"C\" > :after order by l.name collate \"C\" limit :rows")
                .param("group", group)
                .param("user", user.value())
                .param("after", page.after().orElse(""))
                .param("rows", page.rows())
                .query(PostgresLabels::label)
                .list();
    }

    Optional<Label> find(UserId user, UUID group, String name) {
        return db.sql(SELECT + " and l.name = :name")
                .param("group", group)
                .param("user", user.value())
                .param("name", name)
                .query(PostgresLabels::label)
                .optional();
    }

    /** The row of a label, also of one that was deleted. */
    Optional<UUID> id(UserId user, UUID group, String name) {
        return db.sql("select id from prompts.labels where history_id = :group and name = :name and user_id = :user")
                .param("group", group)
                .param("name", name)
                .param("user", user.value())
                .query(UUID.class)
                .optional();
    }

    /** Makes a label or moves it. One that was deleted goes on counting where it stopped. */
    void put(UserId user, UUID id, UUID group, String name, UUID version, long revision, Instant now) {
        db.sql("""
            insert into prompts.labels as l
                (id, user_id, history_id, name, version_id, revision, created_at, updated_at)
            values (:id, :user, :group, :name, :version, :revision, :now, :now)
            on conflict (history_id, name) do update set
                version_id = excluded.version_id, version = l.version + 1, revision = excluded.revision,
                updated_at = excluded.updated_at, deleted_at = null
            """)
                .param("id", id)
                .param("user", user.value())
                .param("group", group)
                .param("name", name)
                .param("version", version)
                .param("revision", revision)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** How many labels were deleted: 1 or 0. */
    int delete(UserId user, UUID group, String name, long revision, Instant now) {
        return db.sql("""
            update prompts.labels
            set deleted_at = :now, version = version + 1, revision = :revision, updated_at = :now
            where history_id = :group and name = :name and user_id = :user and deleted_at is null
            """)
                .param("group", group)
                .param("name", name)
                .param("user", user.value())
                .param("revision", revision)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    static Label label(ResultSet row, int number) throws SQLException {
        return new Label(
                row.getObject("history_id", UUID.class),
                row.getString("name"),
                row.getObject("version_id", UUID.class),
                row.getInt("version_number"),
                row.getLong("version"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("updated_at", OffsetDateTime.class).toInstant());
    }
}
