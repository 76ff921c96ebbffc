package io.betterprompts.templates;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.betterprompts.common.data.Ids;
import io.betterprompts.common.data.UserTransactions;
import io.betterprompts.common.function.FunctionApplication;
import io.betterprompts.common.http.HttpFunctions;
import java.time.Clock;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The function {@code templates}. */
@FunctionApplication
public class TemplatesApplication {

    @Bean
    Function<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> http(
            HttpFunctions functions, JdbcClient db, UserTransactions transactions, Ids ids, Clock clock) {
        PostgresTemplates templates = new PostgresTemplates(db);
        TemplateOperations operations = new TemplateOperations(
                templates,
                new CreateTemplate(templates, transactions, ids, clock),
                new ChangeTemplate(templates, transactions, clock));
        return functions.of("templates", operations.handlers());
    }
}
