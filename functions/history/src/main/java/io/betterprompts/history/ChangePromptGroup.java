package io.betterprompts.history;

import io.betterprompts.common.data.UserTransactions;
import io.betterprompts.common.http.Precondition;
import io.betterprompts.common.identity.UserId;
import java.time.Clock;
import java.util.UUID;

/** Changes or deletes a group, if it is what the writer believes it to be. */
final class ChangePromptGroup {

    private final PostgresPromptGroups groups;
    private final UserTransactions transactions;
    private final Clock clock;

    ChangePromptGroup(PostgresPromptGroups groups, UserTransactions transactions, Clock clock) {
        this.groups = groups;
        this.transactions = transactions;
        this.clock = clock;
    }

    PromptGroup.Full by(UserId user, UUID id, Precondition precondition, PromptChange change) {
        return transactions.change(user, revision -> {
            precondition.check(groups.get(user, id).group().version());
            return groups.update(user, id, change, revision, clock.instant());
        });
    }

    /** Leaves a tombstone, by which other devices learn of it. */
    void toDeleted(UserId user, UUID id, Precondition precondition) {
        transactions.change(user, revision -> {
            precondition.check(groups.get(user, id).group().version());
            return groups.delete(user, id, revision, clock.instant());
        });
    }
}
