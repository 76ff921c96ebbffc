package io.betterprompts.common.identity;

import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Turns proof of identity into a caller. */
@FunctionalInterface
public interface Authenticator {

    /**
     * Checks an access token: signature, issuer, audience, time, and that its session still stands.
     *
     * @throws AccessTokenInvalid if it proves nothing
     * @throws AccessTokenExpired if it did once
     */
    Caller authenticate(String accessToken);

    /** Signature first, without the database; only what we signed is worth a query. */
    static Authenticator verifying(JdbcClient db, Clock clock) {
        AccessTokenReader tokens = new AccessTokenReader(new PublicKeys(db, clock)::find, clock);
        Sessions sessions = new Sessions(db, clock);
        return token -> {
            Proof proof = tokens.read(token);
            if (!sessions.stands(proof)) {
                throw new AccessTokenInvalid();
            }
            return proof.caller();
        };
    }
}
