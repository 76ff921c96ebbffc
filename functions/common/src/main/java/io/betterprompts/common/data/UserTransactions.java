package io.betterprompts.common.data;

import io.betterprompts.common.identity.UserId;
import java.util.function.LongFunction;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Changes to one user's rows: each is a transaction that takes the user's next revision first. They therefore happen one
 * after another, and what one of them reads stays true until it is done.
 */
public final class UserTransactions {

    private final TransactionTemplate transactions;
    private final Revisions revisions;

    public UserTransactions(TransactionTemplate transactions, Revisions revisions) {
        this.transactions = transactions;
        this.revisions = revisions;
    }

    /**
     * Makes one change.
     *
     * @param work gets the revision that every row it writes must carry
     */
    public <T> T change(UserId user, LongFunction<T> work) {
        return transactions.execute(status -> work.apply(revisions.next(user)));
    }
}
