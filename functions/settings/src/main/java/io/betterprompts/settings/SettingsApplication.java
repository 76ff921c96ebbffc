package io.betterprompts.settings;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.betterprompts.common.contract.Contract;
import io.betterprompts.common.data.UserTransactions;
import io.betterprompts.common.function.FunctionApplication;
import io.betterprompts.common.http.Handler;
import io.betterprompts.common.http.HttpFunctions;
import io.betterprompts.common.http.ServiceHandlers;
import io.betterprompts.settings.pages.PageHandlers;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The function {@code settings}; being the lightest, it also answers for the service itself. */
@FunctionApplication
public class SettingsApplication {

    @Bean
    Function<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> http(
            Contract contract, HttpFunctions functions, JdbcClient db, UserTransactions transactions, Clock clock) {
        PostgresSettings settings = new PostgresSettings(db);
        ChangeSettings change = new ChangeSettings(settings, transactions, clock);
        Map<String, Handler> handlers = new HashMap<>(new SettingsOperations(settings, change).handlers());
        handlers.putAll(ServiceHandlers.of(contract));
        handlers.putAll(PageHandlers.all());
        return functions.of("settings", handlers);
    }
}
