package io.betterprompts.history;

import io.betterprompts.common.identity.UserId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code prompts.sync_changes}: which changes of devices were made already, so that none is made twice. */
final class PostgresAppliedChanges {

    /** A device that hears nothing for longer than this must not send an old change again. */
    static final Duration KEPT = Duration.ofDays(90);

    private final JdbcClient db;

    PostgresAppliedChanges(JdbcClient db) {
        this.db = db;
    }

    /** The row that a change was made to, if it was made. */
    Optional<UUID> row(UserId user, UUID change) {
        return db.sql("select row_id from prompts.sync_changes where user_id = :user and id = :id")
                .param("user", user.value())
                .param("id", change)
                .query(UUID.class)
                .optional();
    }

    void add(UserId user, UUID change, UUID row, Instant now) {
        db.sql("""
            insert into prompts.sync_changes (id, user_id, row_id, created_at)
            values (:id, :user, :row, :now)
            """)
                .param("id", change)
                .param("user", user.value())
                .param("row", row)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Forgets what was made too long ago to be sent again. */
    void forget(UserId user, Instant now) {
        db.sql("delete from prompts.sync_changes where user_id = :user and created_at < :before")
                .param("user", user.value())
                .param("before", now.minus(KEPT).atOffset(ZoneOffset.UTC))
                .update();
    }
}
