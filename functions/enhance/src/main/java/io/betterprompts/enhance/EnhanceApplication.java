package io.betterprompts.enhance;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.betterprompts.common.cache.Cache;
import io.betterprompts.common.contract.Contract;
import io.betterprompts.common.contract.Operation;
import io.betterprompts.common.contract.Shape;
import io.betterprompts.common.data.Ids;
import io.betterprompts.common.data.UserTransactions;
import io.betterprompts.common.function.FunctionApplication;
import io.betterprompts.common.http.HttpFunctions;
import io.betterprompts.common.http.SafeRequest;
import io.betterprompts.common.identity.Authenticator;
import io.betterprompts.common.metric.Measures;
import io.betterprompts.common.snapshot.Rehearsal;
import io.betterprompts.engine.PromptEnhancer;
import io.betterprompts.engine.classify.IntentClassifier;
import io.betterprompts.engine.classify.TorchIntentClassifier;
import io.betterprompts.engine.tokens.JtokkitTokenCounter;
import io.betterprompts.engine.tokens.TokenCounter;
import io.betterprompts.enhance.mcp.McpHandler;
import io.betterprompts.enhance.mcp.Tools;
import java.time.Clock;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The {@code enhance} function. */
@FunctionApplication
public class EnhanceApplication {

    /** Of some hundred kilobytes each. */
    private static final int USERS_ENGINES = 64;

    @Bean
    Function<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> http(
            HttpFunctions functions, EnhanceOperations operations) {
        return functions.of("enhance", operations.handlers());
    }

    @Bean
    EnhanceSettings settings(Environment environment) {
        return EnhanceSettings.from(environment);
    }

    @Bean
    IntentClassifier classifier() {
        return TorchIntentClassifier.load();
    }

    @Bean
    TokenCounter tokens() {
        return new JtokkitTokenCounter();
    }

    @Bean
    Engines engines(EnhanceSettings settings, IntentClassifier classifier, TokenCounter tokens, JdbcClient db) {
        PromptEnhancer deployed = new PromptEnhancer(classifier, DeploymentRules.load(settings.overlay()), tokens);
        return new Engines(deployed, new PostgresOwnSettings(db), USERS_ENGINES);
    }

    @Bean
    Rehearsal engine(Engines engines) {
        return new RehearsedEngine(engines.deployed());
    }

    @Bean
    SafeRequest analysis() {
        return new SafeRequest("POST", "/api/v1/analyze", "{\"text\": \"fix my code\"}");
    }

    @Bean
    SafeRequest enhancementThatIsNotSaved() {
        return new SafeRequest("POST", "/api/v1/enhance", "{\"text\": \"fix my code\", \"save\": false}");
    }

    @Bean
    EnhancedVersions versions(JdbcClient db, UserTransactions transactions, Ids ids, Clock clock) {
        return new EnhancedVersions(db, transactions, ids, clock);
    }

    @Bean
    EnhancementMeasures enhancementMeasures(Measures measures, Engines engines) {
        return new EnhancementMeasures(
                measures, engines.deployed().rules().techniques().byId().keySet());
    }

    @Bean
    EnhanceOperations operations(
            EnhanceSettings settings,
            Contract contract,
            Authenticator authenticator,
            Engines engines,
            EnhancedVersions versions,
            TokenCounter tokens,
            IntentClassifier classifier,
            Cache cache,
            EnhancementMeasures measures,
            JdbcClient db) {
        return new EnhanceOperations(
                new Admission(settings.anonymous()),
                authenticator,
                oneOfABatch(contract),
                engines,
                versions,
                new RecentEnhancements(cache, measures),
                measures,
                new PostgresPastPrompts(db),
                new PostgresFillableTemplates(db),
                deeds -> new McpHandler(settings.origins(), Tools.load(contract, deeds), PromptEnhancer.VERSION),
                tokens,
                new ReadinessHandler(db, classifier));
    }

    /** What an item of a batch must look like: the body of the operation for one prompt. */
    private static Shape oneOfABatch(Contract contract) {
        return contract.byRouteKey("POST /api/v1/enhance")
                .flatMap(Operation::body)
                .map(Operation.Body::shape)
                .orElseThrow();
    }
}
