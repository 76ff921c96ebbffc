package io.betterprompts.enhance;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.betterprompts.common.contract.Contract;
import io.betterprompts.common.data.Ids;
import io.betterprompts.common.data.UserTransactions;
import io.betterprompts.common.function.FunctionApplication;
import io.betterprompts.common.http.HttpFunction;
import io.betterprompts.common.identity.Authenticator;
import io.betterprompts.engine.PromptEnhancer;
import io.betterprompts.engine.RuleSet;
import io.betterprompts.engine.classify.IntentClassifier;
import io.betterprompts.engine.classify.TorchIntentClassifier;
import io.betterprompts.engine.tokens.JtokkitTokenCounter;
import java.time.Clock;
import java.util.Map;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The {@code enhance} function. */
@FunctionApplication
public class EnhanceApplication {

    @Bean
    Function<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> http(
            Contract contract, Authenticator authenticator, EnhanceHandler enhance, ReadinessHandler readiness) {
        return new HttpFunction(
                "enhance", contract, authenticator, Map.of("enhance", enhance, "readReadiness", readiness));
    }

    @Bean
    IntentClassifier classifier() {
        return TorchIntentClassifier.load();
    }

    @Bean
    PromptEnhancer enhancer(IntentClassifier classifier) {
        return new PromptEnhancer(classifier, RuleSet.bundled(), new JtokkitTokenCounter());
    }

    @Bean
    EnhanceHandler enhance(
            PromptEnhancer enhancer, JdbcClient db, UserTransactions transactions, Ids ids, Clock clock) {
        return new EnhanceHandler(enhancer, new EnhancedVersions(db, transactions, ids, clock));
    }

    @Bean
    ReadinessHandler readiness(JdbcClient db, IntentClassifier classifier) {
        return new ReadinessHandler(db, classifier);
    }
}
