package io.betterprompts.enhance;

import io.betterprompts.common.problem.NotFound;
import java.util.UUID;

/** The caller has no prompt group of that id to append to. */
final class PromptGroupNotFound extends NotFound {

    PromptGroupNotFound(UUID id) {
        super("prompt-group-not-found", "prompt group", id, "/api/v1/history");
    }
}
