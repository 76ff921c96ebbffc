package io.betterprompts.common.identity;

import io.betterprompts.common.cache.Cache;
import io.betterprompts.common.snapshot.Rehearsal;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The check of credentials, the same in each function. */
@Configuration(proxyBeanMethods = false)
public class IdentityConfiguration {

    @Bean
    Revocations revocations(Cache cache) {
        return new Revocations(cache);
    }

    @Bean
    Rehearsal authentication(JdbcClient db, Clock clock, Revocations revocations) {
        return new RehearsedAuthentication(new Sessions(db, clock, revocations), clock);
    }

    @Bean
    Authenticator authenticator(JdbcClient db, Clock clock, Revocations revocations) {
        return Authenticator.verifying(db, clock, revocations);
    }
}
