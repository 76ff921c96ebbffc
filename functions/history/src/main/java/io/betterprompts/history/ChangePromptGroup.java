package io.betterprompts.history;

import io.betterprompts.common.data.UserTransactions;
import io.betterprompts.common.http.Precondition;
import io.betterprompts.common.identity.UserId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Changes, deletes or brings back a group, if it is what the writer believes it to be. */
final class ChangePromptGroup {

    static final Duration KEPT = Duration.ofDays(30);

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
            check(precondition, groups.get(user, id));
            return groups.update(user, id, change, revision, clock.instant());
        });
    }

    /** Leaves a tombstone, by which other devices learn of it. */
    void toDeleted(UserId user, UUID id, Precondition precondition) {
        transactions.change(user, revision -> {
            check(precondition, groups.get(user, id));
            return groups.delete(user, id, revision, clock.instant());
        });
    }

    /**
     * Brings back what was deleted.
     *
     * @throws PromptGroupNotFound if nothing was, or more than {@link #KEPT} ago
     */
    PromptGroup.Full toUndeleted(UserId user, UUID id, Precondition precondition) {
        return transactions.change(user, revision -> {
            check(precondition, groups.deleted(user, id, undeletable()));
            return groups.undelete(user, id, revision, clock.instant());
        });
    }

    /** Since when a deleted group can be brought back. */
    Instant undeletable() {
        return clock.instant().minus(KEPT);
    }

    private static void check(Precondition precondition, PromptGroup.Full current) {
        precondition.check(current.group().version(), () -> current);
    }
}
