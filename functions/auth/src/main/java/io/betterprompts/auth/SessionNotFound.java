package io.betterprompts.auth;

import io.betterprompts.common.problem.NotFound;
import java.util.UUID;

/** The caller has no such login, or it has ended. */
final class SessionNotFound extends NotFound {

    SessionNotFound(UUID id) {
        super("session-not-found", "session", id, "/api/v1/auth/sessions");
    }
}
