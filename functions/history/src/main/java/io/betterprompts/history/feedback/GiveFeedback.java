package io.betterprompts.history.feedback;

import io.betterprompts.common.data.Ids;
import io.betterprompts.common.data.UserTransactions;
import io.betterprompts.common.http.Precondition;
import io.betterprompts.common.identity.UserId;
import io.betterprompts.common.problem.Fault;
import io.betterprompts.common.problem.ValidationFailed;
import java.time.Clock;
import java.util.Optional;

/** Keeps what a user thinks of a version of theirs, or of one of its edits. */
final class GiveFeedback {

    private final PostgresFeedback feedback;
    private final UserTransactions transactions;
    private final Ids ids;
    private final Clock clock;

    GiveFeedback(PostgresFeedback feedback, UserTransactions transactions, Ids ids, Clock clock) {
        this.feedback = feedback;
        this.transactions = transactions;
        this.ids = ids;
        this.clock = clock;
    }

    /** @throws ValidationFailed if the version has no such edit */
    Feedback by(UserId user, Opinion opinion, Precondition precondition) {
        return transactions.change(user, revision -> {
            if (!feedback.hasEdit(user, opinion.versionId(), opinion.editId())) {
                throw new ValidationFailed(
                        Fault.at("/edit_id", "is no edit of this version; the ids of its edits are in its edits"));
            }
            Optional<Feedback> before = feedback.find(user, opinion.versionId(), opinion.editId());
            precondition.check(before.map(Feedback::version).orElse(0L), () -> before.orElse(null));
            return feedback.store(user, ids.next(), opinion, revision, clock.instant());
        });
    }
}
