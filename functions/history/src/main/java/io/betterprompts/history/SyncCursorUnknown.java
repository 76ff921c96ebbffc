package io.betterprompts.history;

import io.betterprompts.common.problem.ProblemException;

/** A cursor names a revision that the account has not reached: it is of another account, or the database is an older copy. */
final class SyncCursorUnknown extends ProblemException {

    SyncCursorUnknown() {
        super(
                410,
                "sync-cursor-unknown",
                "The cursor leads nowhere",
                "Forget the cursor and what was received with it, and sync from the beginning.");
    }
}
