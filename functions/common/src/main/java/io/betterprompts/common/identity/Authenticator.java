package io.betterprompts.common.identity;

import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Turns proof of identity into a caller. */
@FunctionalInterface
public interface Authenticator {

    /**
     * Checks an access token (signature, issuer, audience, time, and that its session still stands) or an API key.
     *
     * @throws AccessTokenInvalid if the token proves nothing
     * @throws AccessTokenExpired if it did once
     * @throws ApiKeyInvalid if it is an API key and proves nothing
     */
    Caller authenticate(String credential);

    /**
     * The same, but for whether the session of an access token still stands, which the database alone knows: that is left to
     * {@link #confirm}, or to a statement with {@link Standing#CONDITION}. No answer may be given before.
     */
    default Caller identify(String credential) {
        return authenticate(credential);
    }

    /**
     * Completes what {@link #identify} left out, if anything.
     *
     * @throws AccessTokenInvalid if the session does not stand
     */
    default Caller confirm(Caller identified) {
        return identified;
    }

    /** Form and signature first, then the cache, then the database: only what may be ours is worth a query. */
    static Authenticator verifying(JdbcClient db, Clock clock, Revocations revocations) {
        return new VerifyingAuthenticator(db, clock, revocations);
    }
}
