package io.betterprompts.common.identity;

import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Access tokens by their signature and their session, API keys by their row. */
final class VerifyingAuthenticator implements Authenticator {

    private final ProvenTokens proven;
    private final Sessions sessions;
    private final ApiKeys apiKeys;

    VerifyingAuthenticator(JdbcClient db, Clock clock, Revocations revocations) {
        AccessTokenReader tokens = new AccessTokenReader(new PublicKeys(db, clock)::find, clock);
        this.proven = new ProvenTokens(tokens::read, clock);
        this.sessions = new Sessions(db, clock, revocations);
        this.apiKeys = new ApiKeys(db, clock, revocations);
    }

    @Override
    public Caller authenticate(String credential) {
        return confirm(identify(credential));
    }

    @Override
    public Caller identify(String credential) {
        return ApiKey.looksLikeOne(credential)
                ? apiKeys.caller(new ApiKey(credential))
                : sessions.presented(proven.apply(credential));
    }

    @Override
    public Caller confirm(Caller identified) {
        return sessions.standing(identified);
    }
}
