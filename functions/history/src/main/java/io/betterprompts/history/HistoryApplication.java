package io.betterprompts.history;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.betterprompts.common.contract.Contract;
import io.betterprompts.common.data.Ids;
import io.betterprompts.common.data.UserTransactions;
import io.betterprompts.common.function.FunctionApplication;
import io.betterprompts.common.http.Handler;
import io.betterprompts.common.http.HttpFunctions;
import io.betterprompts.history.feedback.ChosenEdits;
import io.betterprompts.history.feedback.FeedbackOperations;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The function {@code history}. */
@FunctionApplication
public class HistoryApplication {

    @Bean
    Function<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> http(
            HttpFunctions functions,
            Contract contract,
            JdbcClient db,
            UserTransactions transactions,
            Ids ids,
            Clock clock) {
        PostgresPromptGroups groups = new PostgresPromptGroups(db);
        PostgresVersions versions = new PostgresVersions(db);
        PostgresLabels labels = new PostgresLabels(db);
        Map<String, Handler> handlers = new HashMap<>();
        handlers.putAll(new HistoryOperations(
                        groups,
                        new PostgresNewestGroups(db),
                        versions,
                        new PostgresSearch(db),
                        new CreatePromptGroup(groups, versions, transactions, ids, clock),
                        new ChangePromptGroup(groups, transactions, clock))
                .handlers());
        handlers.putAll(new VersionOperations(
                        groups,
                        versions,
                        new AppendVersion(groups, versions, new ChosenEdits(db, ids), transactions, ids, clock))
                .handlers());
        handlers.putAll(new LabelOperations(
                        groups, versions, labels, new ChangeLabel(groups, versions, labels, transactions, ids, clock))
                .handlers());
        handlers.putAll(sync(contract, db, groups, versions, labels, transactions, ids, clock)
                .handlers());
        handlers.putAll(new FeedbackOperations(db, transactions, ids, clock).handlers());
        return functions.of("history", handlers);
    }

    private static SyncOperations sync(
            Contract contract,
            JdbcClient db,
            PostgresPromptGroups groups,
            PostgresVersions versions,
            PostgresLabels labels,
            UserTransactions transactions,
            Ids ids,
            Clock clock) {
        PostgresChanges changes = new PostgresChanges(db);
        ChangeBodies bodies = new ChangeBodies(contract);
        SyncGroups syncGroups = new SyncGroups(changes, groups, versions, bodies);
        ApplyChanges.Writers writers = new ApplyChanges.Writers(
                syncGroups,
                new SyncLabels(syncGroups, changes, versions, labels, bodies),
                new SyncTemplates(changes, new PostgresTemplates(db, ids), bodies),
                new SyncSettings(db, changes, bodies));
        return new SyncOperations(
                changes, new ApplyChanges(transactions, changes, new PostgresAppliedChanges(db), writers, clock));
    }
}
