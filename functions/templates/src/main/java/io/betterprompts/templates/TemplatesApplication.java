package io.betterprompts.templates;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.betterprompts.common.data.Ids;
import io.betterprompts.common.data.UserTransactions;
import io.betterprompts.common.function.FunctionApplication;
import io.betterprompts.common.http.Handler;
import io.betterprompts.common.http.HttpFunctions;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The function {@code templates}. */
@FunctionApplication
public class TemplatesApplication {

    @Bean
    Function<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> http(
            HttpFunctions functions, JdbcClient db, UserTransactions transactions, Ids ids, Clock clock) {
        PostgresTemplates templates = new PostgresTemplates(db, ids);
        CreateTemplate create = new CreateTemplate(templates, transactions, ids, clock);
        ChangeTemplate change = new ChangeTemplate(templates, transactions, clock);
        PostgresLabels labels = new PostgresLabels(db);
        Map<String, Handler> handlers = new HashMap<>(new TemplateOperations(templates, create, change).handlers());
        handlers.putAll(new TemplateVersionOperations(templates, new PostgresTemplateVersions(db), change).handlers());
        handlers.putAll(new TemplateUseOperations(templates, create).handlers());
        handlers.putAll(
                new LabelOperations(labels, new RenameLabels(templates, labels, transactions, clock)).handlers());
        return functions.of("templates", handlers);
    }
}
