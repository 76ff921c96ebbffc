package io.betterprompts.common.function;

import io.betterprompts.common.contract.Contract;
import io.betterprompts.common.data.Ids;
import io.betterprompts.common.data.Revisions;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The contract, time, ids and revisions. */
@Configuration(proxyBeanMethods = false)
class CommonConfiguration {

    @Bean
    Contract contract() {
        return Contract.load();
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    Ids ids() {
        return Ids.timeOrdered();
    }

    @Bean
    Revisions revisions(JdbcClient db) {
        return new Revisions(db);
    }
}
