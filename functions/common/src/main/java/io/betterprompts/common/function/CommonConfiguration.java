package io.betterprompts.common.function;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.betterprompts.common.contract.Contract;
import io.betterprompts.common.data.Ids;
import io.betterprompts.common.data.Revisions;
import io.betterprompts.common.data.UserTransactions;
import io.betterprompts.common.http.Edge;
import io.betterprompts.common.http.HttpFunction;
import io.betterprompts.common.http.HttpFunctions;
import io.betterprompts.common.http.OnceOnly;
import io.betterprompts.common.http.RequestLog;
import io.betterprompts.common.http.SafeRequest;
import io.betterprompts.common.identity.Authenticator;
import io.betterprompts.common.limit.RateLimits;
import io.betterprompts.common.metric.Measures;
import io.betterprompts.common.secret.Secrets;
import io.betterprompts.common.snapshot.Rehearsal;
import io.betterprompts.common.snapshot.Rehearsals;
import io.betterprompts.common.snapshot.RehearsedStart;
import io.betterprompts.common.snapshot.Snapshot;
import io.betterprompts.common.snapshot.Start;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.function.Function;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.cloud.function.context.FunctionCatalog;
import org.springframework.cloud.function.json.JsonMapper;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The contract, secrets, time, ids, what writes a user's rows, and what is done before a snapshot. */
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
            RequestLog log,
            Clock clock) {
        OnceOnly onceOnly = new OnceOnly(db, transactions, clock, new SecureRandom());
        return new HttpFunctions(contract, authenticator, limits, edge, onceOnly, log);
    }

    @Bean
    RequestLog requestLog(Environment environment, Measures measures, Start start, Clock clock) {
        return new RequestLog(environment.getProperty("METRICS_NAMESPACE", ""), measures, start, clock);
    }

    @Bean
    Measures measures() {
        return new Measures();
    }

    @Bean
    Start start() {
        return new Start();
    }

    @Bean
    Edge edge(Environment environment, Secrets secrets, Clock clock) {
        return new Edge(environment.getProperty("EDGE_SECRET", ""), secrets, clock);
    }

    @Bean
    Rehearsal events(FunctionCatalog functions, JsonMapper json, Contract contract) {
        return new RehearsedEvents(functions, json, contract);
    }

    @Bean
    Rehearsal requests(
            @Qualifier("http") Function<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> http,
            ObjectProvider<SafeRequest> more,
            JdbcClient db) {
        return () -> {
            // Each request would wait for a database that is not there.
            db.sql("select 1").query(Integer.class).single();
            ((HttpFunction) http).rehearsal(more.stream().toList()).run();
        };
    }

    @Bean
    Rehearsals rehearsals(ObjectProvider<Rehearsal> rehearsals) {
        return new Rehearsals(rehearsals.stream().toList());
    }

    @Bean
    Snapshot snapshot(Rehearsals rehearsals, Start start) {
        return new Snapshot(rehearsals, Snapshot.REST, start);
    }

    /** On one machine. */
    @Bean
    @ConditionalOnBooleanProperty("REHEARSE_AT_START")
    RehearsedStart rehearsedStart(Rehearsals rehearsals, Start start) {
        return new RehearsedStart(rehearsals, start);
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
