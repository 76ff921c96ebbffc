package io.betterprompts.common.identity;

import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whether what a token proved still holds. Asked at each request, so that a logout is seen everywhere at once. */
final class Sessions {

    private final JdbcClient db;
    private final Clock clock;
    private final Revocations revocations;

    Sessions(JdbcClient db, Clock clock, Revocations revocations) {
        this.db = db;
        this.clock = clock;
        this.revocations = revocations;
    }

    /** @throws AccessTokenInvalid if the session is revoked or over, its user inactive, or the key that signed retired */
    Caller standing(Proof proof) {
        if (revocations.has(proof.caller().session()) || !stands(proof)) {
            throw new AccessTokenInvalid();
        }
        return proof.caller();
    }

    private boolean stands(Proof proof) {
        return db.sql("""
            select exists (
                select from auth.sessions s
                join auth.users u on u.id = s.user_id
                join auth.signing_keys k on k.kid = :kid
                where s.id = :session and s.user_id = :user
                  and s.revoked_at is null and s.expires_at > :now
                  and u.is_active and (k.retired_at is null or k.retired_at > :now))
            """)
                .param("kid", proof.kid())
                .param("session", proof.caller().session().value())
                .param("user", proof.caller().user().value())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
    }
}
