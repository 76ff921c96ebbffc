package io.betterprompts.templates;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.betterprompts.common.contract.Contract;
import io.betterprompts.common.contract.Operation;
import io.betterprompts.common.contract.Shape;
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
            HttpFunctions functions,
            Contract contract,
            JdbcClient db,
            UserTransactions transactions,
            Ids ids,
            Clock clock) {
        PostgresTemplates templates = new PostgresTemplates(db, ids);
        CreateTemplate create = new CreateTemplate(templates, transactions, ids, clock);
        ChangeTemplate change = new ChangeTemplate(templates, transactions, clock);
        PostgresLabels labels = new PostgresLabels(db);
        Map<String, Handler> handlers = new HashMap<>(new TemplateOperations(templates, create, change).handlers());
        handlers.putAll(new TemplateVersionOperations(templates, new PostgresTemplateVersions(db), change).handlers());
        handlers.putAll(new TemplateUseOperations(templates, create).handlers());
        handlers.putAll(
                new LabelOperations(labels, new RenameLabels(templates, labels, transactions, clock)).handlers());
        PostgresTransfer transfer = new PostgresTransfer(db);
        PostgresPortableGroups groups = new PostgresPortableGroups(db);
        handlers.putAll(new TransferOperations(
                        new ExportAccount(transfer, groups, clock),
                        new ImportDocument(
                                newTemplate(contract),
                                transfer,
                                templates,
                                new ImportGroups(groups, transfer, ids, clock),
                                transactions,
                                ids,
                                clock))
                .handlers());
        return functions.of("templates", handlers);
    }

    /** What the body of a new template must look like, wherever it comes from. */
    private static Shape newTemplate(Contract contract) {
        return contract.byRouteKey("POST /api/v1/templates")
                .flatMap(Operation::body)
                .map(Operation.Body::shape)
                .orElseThrow();
    }
}
