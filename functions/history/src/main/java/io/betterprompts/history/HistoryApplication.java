package io.betterprompts.history;

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

/** The function {@code history}. */
@FunctionApplication
public class HistoryApplication {

    @Bean
    Function<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> http(
            HttpFunctions functions, JdbcClient db, UserTransactions transactions, Ids ids, Clock clock) {
        PostgresPromptGroups groups = new PostgresPromptGroups(db);
        PostgresVersions versions = new PostgresVersions(db);
        HistoryOperations operations = new HistoryOperations(
                groups,
                versions,
                new CreatePromptGroup(groups, versions, transactions, ids, clock),
                new ChangePromptGroup(groups, transactions, clock));
        return functions.of("history", operations.handlers());
    }
}
