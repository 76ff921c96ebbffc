package io.betterprompts.auth;

import io.betterprompts.common.identity.Caller;
import io.betterprompts.common.identity.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The sessions, in {@code auth.sessions}: each a family of refresh tokens, of which the newest alone is good. */
final class Sessions {

    /** From the last use on: who comes back once a month need not log in again. */
    static final Duration LIFETIME = Duration.ofDays(30);

    private final JdbcClient db;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Sessions(JdbcClient db, TransactionTemplate transactions, Clock clock) {
        this.db = db;
        this.transactions = transactions;
        this.clock = clock;
    }

    void open(UserId user, RefreshToken token, Device device) {
        db.sql("""
                        insert into auth.sessions (
                            id, user_id, refresh_token_hash, device, ip, created_at, last_used_at, expires_at)
                        values (:id, :user, :hash, :device, cast(:ip as inet), :now, :now, :expires)
                        """)
                .param("id", token.session().value())
                .param("user", user.value())
                .param("hash", token.hash())
                .param("device", device.agent())
                .param("ip", device.ip())
                .param("now", now())
                .param("expires", now().plus(LIFETIME))
                .update();
    }

    /**
     * Puts the next token in the place of the newest. A token of the family that is not the newest was stolen or is used
     * by a thief's victim; nobody can tell which, so the session ends.
     */
    Rotation rotate(RefreshToken presented, RefreshToken next, Device device) {
        return transactions.execute(transaction -> {
            Rotation rotation = lock(presented);
            switch (rotation) {
                case Rotation.Rotated rotated -> replace(next, device);
                case Rotation.Reused reused -> revoke(presented);
                case Rotation.Refused refused -> {}
            }
            return rotation;
        });
    }

    void end(Caller caller) {
        db.sql("""
                        update auth.sessions set revoked_at = :now
                        where id = :id and user_id = :user and revoked_at is null
                        """)
                .param("now", now())
                .param("id", caller.session().value())
                .param("user", caller.user().value())
                .update();
    }

    /** The row stays locked until the transaction ends, so that of two uses of one token one comes second. */
    private Rotation lock(RefreshToken presented) {
        return db.sql("""
                        select u.id, u.email, u.username, u.version, u.created_at, u.updated_at,
                               s.refresh_token_hash = :hash as newest,
                               s.revoked_at is null and s.expires_at > :now and u.is_active as usable
                        from auth.sessions s
                        join auth.users u on u.id = s.user_id
                        where s.id = :session
                        for update of s
                        """)
                .param("hash", presented.hash())
                .param("now", now())
                .param("session", presented.session().value())
                .query((row, n) -> rotation(row))
                .optional()
                .orElse(new Rotation.Refused());
    }

    private static Rotation rotation(ResultSet row) throws SQLException {
        if (!row.getBoolean("usable")) {
            return new Rotation.Refused();
        }
        return row.getBoolean("newest") ? new Rotation.Rotated(Users.user(row)) : new Rotation.Reused();
    }

    private void replace(RefreshToken next, Device device) {
        db.sql("""
                        update auth.sessions
                        set refresh_token_hash = :hash, device = :device, ip = cast(:ip as inet),
                            last_used_at = :now, expires_at = :expires
                        where id = :id
                        """)
                .param("hash", next.hash())
                .param("device", device.agent())
                .param("ip", device.ip())
                .param("now", now())
                .param("expires", now().plus(LIFETIME))
                .param("id", next.session().value())
                .update();
    }

    private void revoke(RefreshToken token) {
        db.sql("update auth.sessions set revoked_at = :now where id = :id")
                .param("now", now())
                .param("id", token.session().value())
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    /** What became of a refresh token that was presented. */
    sealed interface Rotation {

        record Rotated(User user) implements Rotation {}

        record Reused() implements Rotation {}

        record Refused() implements Rotation {}
    }
}
