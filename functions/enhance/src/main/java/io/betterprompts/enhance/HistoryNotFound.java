package io.betterprompts.enhance;

import io.betterprompts.common.problem.NotFound;
import java.util.UUID;

/** The caller has no prompt group of that id to append to. */
final class HistoryNotFound extends NotFound {

    HistoryNotFound(UUID id) {
        super("history-not-found", "prompt group", id);
    }
}
