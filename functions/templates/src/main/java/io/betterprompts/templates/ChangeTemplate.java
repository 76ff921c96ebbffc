package io.betterprompts.templates;

import io.betterprompts.common.data.UserTransactions;
import io.betterprompts.common.http.Precondition;
import io.betterprompts.common.identity.UserId;
import java.time.Clock;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Changes or deletes a template of the user's own, if it is what the writer believes it to be. */
final class ChangeTemplate {

    private final PostgresTemplates templates;
    private final UserTransactions transactions;
    private final Clock clock;

    ChangeTemplate(PostgresTemplates templates, UserTransactions transactions, Clock clock) {
        this.templates = templates;
        this.transactions = transactions;
        this.clock = clock;
    }

    Template by(UserId user, UUID id, Precondition precondition, UnaryOperator<Draft> change) {
        return transactions.change(user, revision -> {
            Template current = templates.own(user, id);
            precondition.check(current.version(), () -> current);
            Draft changed = change.apply(current.draft()).checked();
            return templates.update(user, id, changed, revision, clock.instant());
        });
    }

    /** Leaves a tombstone, by which other devices learn of it. */
    void toDeleted(UserId user, UUID id, Precondition precondition) {
        transactions.change(user, revision -> {
            Template current = templates.own(user, id);
            precondition.check(current.version(), () -> current);
            return templates.delete(user, id, revision, clock.instant());
        });
    }
}
