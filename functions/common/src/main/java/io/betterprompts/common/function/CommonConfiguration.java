package io.betterprompts.common.function;

import io.betterprompts.common.contract.Contract;
import io.betterprompts.common.data.Ids;
import io.betterprompts.common.data.Revisions;
import io.betterprompts.common.data.UserTransactions;
import io.betterprompts.common.http.Edge;
import io.betterprompts.common.http.HttpFunctions;
import io.betterprompts.common.http.OnceOnly;
import io.betterprompts.common.identity.Authenticator;
import io.betterprompts.common.limit.RateLimits;
import io.betterprompts.common.secret.Secrets;
import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The contract, secrets, time, ids, and what writes a user's rows. */
@Configuration(proxyBeanMethods = false)
class CommonConfiguration {

    @Bean
    Contract contract() {
        return Contract.load();
    }

    @Bean
    HttpFunctions httpFunctions(
            Contract contract,
            Authenticator authenticator,
            RateLimits limits,
            JdbcClient db,
            TransactionTemplate transactions,
            Edge edge,
            Clock clock) {
        OnceOnly onceOnly = new OnceOnly(db, transactions, clock, new SecureRandom());
        return new HttpFunctions(contract, authenticator, limits, edge, onceOnly);
    }

    @Bean
    Edge edge(Environment environment, Secrets secrets, Clock clock) {
        return new Edge(environment.getProperty("EDGE_SECRET", ""), secrets, clock);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    Secrets secrets() {
        return Secrets.byReference();
    }

    @Bean
    Ids ids() {
        return Ids.timeOrdered();
    }

    @Bean
    Revisions revisions(JdbcClient db) {
        return new Revisions(db);
    }

    @Bean
    UserTransactions userTransactions(TransactionTemplate transactions, Revisions revisions) {
        return new UserTransactions(transactions, revisions);
    }
}
