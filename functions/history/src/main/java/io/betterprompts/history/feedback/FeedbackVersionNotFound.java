package io.betterprompts.history.feedback;

import io.betterprompts.common.problem.NotFound;
import java.util.UUID;

/** The caller has no such version. */
final class FeedbackVersionNotFound extends NotFound {

    FeedbackVersionNotFound(UUID id) {
        super("version-not-found", "version", id, "/api/v1/history/{id}/versions");
    }
}
