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

    /**
     * Asks the cache alone, which may not have heard of an end.
     *
     * @throws AccessTokenInvalid if it has
     */
    Caller presented(Proof proof) {
        Caller caller = proof.caller();
        if (revocations.has(caller.session())) {
            throw new AccessTokenInvalid();
        }
        return new Caller(caller.user(), new Credential.Token(caller.session(), proof.kid()), caller.scopes());
    }

    /**
     * Asks the database, unless it was asked.
     *
     * @throws AccessTokenInvalid if the session is revoked or over, its user inactive, or the key that signed retired
     */
    Caller standing(Caller presented) {
        if (!(presented.credential() instanceof Credential.Token token)) {
            return presented;
        }
        if (!stands(presented.user(), token)) {
            throw new AccessTokenInvalid();
        }
        return Caller.loggedIn(presented.user(), token.session(), presented.scopes());
    }

    private boolean stands(UserId user, Credential.Token token) {
        return db.sql("select " + Standing.CONDITION)
                .param("kid", token.kid())
                .param("session", token.session().value())
                .param("user", user.value())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
    }
}
