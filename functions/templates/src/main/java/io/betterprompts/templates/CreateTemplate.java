package io.betterprompts.templates;

import io.betterprompts.common.data.Ids;
import io.betterprompts.common.data.UserTransactions;
import io.betterprompts.common.identity.UserId;
import java.time.Clock;

/** Keeps a new template. */
final class CreateTemplate {

    private final PostgresTemplates templates;
    private final UserTransactions transactions;
    private final Ids ids;
    private final Clock clock;

    CreateTemplate(PostgresTemplates templates, UserTransactions transactions, Ids ids, Clock clock) {
        this.templates = templates;
        this.transactions = transactions;
        this.ids = ids;
        this.clock = clock;
    }

    Template from(UserId user, Draft draft) {
        Draft checked = draft.checked();
        return transactions.change(
                user, revision -> templates.insert(user, ids.next(), checked, revision, clock.instant()));
    }
}
