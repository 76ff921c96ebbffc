package io.betterprompts.auth;

import io.betterprompts.common.identity.Caller;
import io.betterprompts.common.identity.Revocations;
import io.betterprompts.common.identity.SessionId;
import io.betterprompts.common.identity.UserId;
import io.betterprompts.common.page.Page;
import io.betterprompts.common.page.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The sessions, in {@code auth.sessions}: each a family of refresh tokens, of which the newest alone is good. */
final class Sessions {

    /** From the last use on: who comes back once a month need not log in again. */
    static final Duration LIFETIME = Duration.ofDays(30);

    /** How long a login that has ended can still be looked into. */
    static final Duration KEPT_AFTER_END = Duration.ofDays(30);

    private final JdbcClient db;
    private final TransactionTemplate transactions;
    private final Revocations revocations;
    private final Clock clock;

    Sessions(JdbcClient db, TransactionTemplate transactions, Revocations revocations, Clock clock) {
        this.db = db;
        this.transactions = transactions;
        this.revocations = revocations;
        this.clock = clock;
    }

    /** What ended long ago goes at the same time: nobody needs to know for ever where a user logged in from. */
    void open(UserId user, RefreshToken token, Device device) {
        forgetEnded(user);
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

    private void forgetEnded(UserId user) {
        db.sql("delete from auth.sessions where user_id = :user and least(revoked_at, expires_at) < :before")
                .param("user", user.value())
                .param("before", now().minus(KEPT_AFTER_END))
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

    /** Whether there was such a login of the user to end. */
    boolean end(UserId user, SessionId session) {
        return !end(user, session, null).isEmpty();
    }

    void endAll(UserId user) {
        end(user, null, null);
    }

    /** All logins of the caller but the one that asks. */
    void endOthers(Caller caller) {
        end(caller.user(), null, caller.session());
    }

    private List<SessionId> end(UserId user, @Nullable SessionId only, @Nullable SessionId except) {
        List<SessionId> ended = db.sql("""
            update auth.sessions set revoked_at = :now
            where user_id = :user and revoked_at is null and expires_at > :now
              and (cast(:only as uuid) is null or id = :only)
              and (cast(:except as uuid) is null or id <> :except)
            returning id
            """)
                .param("now", now())
                .param("user", user.value())
                .param("only", only == null ? null : only.value())
                .param("except", except == null ? null : except.value())
                .query((row, n) -> new SessionId(row.getObject("id", UUID.class)))
                .list();
        note(ended);
        return ended;
    }

    /** After the commit, if there is a transaction: what is rolled back has not ended. */
    private void note(List<SessionId> ended) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            ended.forEach(revocations::note);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                ended.forEach(revocations::note);
            }
        });
    }

    /** The logins that stand, newest first. */
    Page<SessionInfo> list(Caller caller, PageRequest<UUID> page) {
        List<SessionInfo> rows = db.sql("""
            select id, device, host(ip) as ip, created_at, last_used_at, expires_at, id = :current as current
            from auth.sessions
            where user_id = :user and revoked_at is null and expires_at > :now
              and (cast(:after as uuid) is null or id < :after)
            order by id desc
            limit :rows
            """)
                .param("current", caller.session().value())
                .param("user", caller.user().value())
                .param("now", now())
                .param("after", page.after().orElse(null))
                .param("rows", page.rows())
                .query((row, n) -> info(row))
                .list();
        return Page.of(rows, page, SessionInfo::id);
    }

    private static SessionInfo info(ResultSet row) throws SQLException {
        return new SessionInfo(
                row.getObject("id", UUID.class),
                row.getString("device"),
                row.getString("ip"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("last_used_at", OffsetDateTime.class).toInstant(),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("current"));
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
        note(List.of(token.session()));
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
