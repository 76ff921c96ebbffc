package io.betterprompts.history;

import io.betterprompts.common.problem.ProblemException;

/**
 * A cursor leads past what a device could be told next: it names a revision that the account has not reached, because it is
 * of another account or the database is an older copy; or it was given to a caller who was told of less.
 */
final class SyncCursorUnknown extends ProblemException {

    SyncCursorUnknown() {
        super(
                410,
                "sync-cursor-unknown",
                "The cursor leads nowhere",
                "Forget the cursor and what was received with it, and sync from the beginning.");
    }
}
