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
        return Authenticator.verifying(db, clock);
    }
}
