package io.betterprompts.common.identity;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The check of access tokens, the same in each function. */
@Configuration(proxyBeanMethods = false)
public class IdentityConfiguration {

    @Bean
    Authenticator authenticator(JdbcClient db, Clock clock) {
        return verifying(db, clock);
    }

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
