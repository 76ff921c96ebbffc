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

    /** Form and signature first, then the cache, then the database: only what may be ours is worth a query. */
    static Authenticator verifying(JdbcClient db, Clock clock, Revocations revocations) {
        AccessTokenReader tokens = new AccessTokenReader(new PublicKeys(db, clock)::find, clock);
        ProvenTokens proven = new ProvenTokens(tokens::read, clock);
        Sessions sessions = new Sessions(db, clock, revocations);
        ApiKeys apiKeys = new ApiKeys(db, clock, revocations);
        return credential -> ApiKey.looksLikeOne(credential)
                ? apiKeys.caller(new ApiKey(credential))
                : sessions.standing(proven.apply(credential));
    }
}
