package io.betterprompts.history;

import io.betterprompts.common.problem.NotFound;
import java.util.UUID;

/** The caller has no such group, or has deleted it. */
final class PromptGroupNotFound extends NotFound {

    PromptGroupNotFound(UUID id) {
        super("prompt-group-not-found", "prompt group", id, "/api/v1/history");
    }
}
