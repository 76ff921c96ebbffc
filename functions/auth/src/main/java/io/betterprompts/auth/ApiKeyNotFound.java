package io.betterprompts.auth;

import io.betterprompts.common.problem.NotFound;
import java.util.UUID;

/** The caller has no such API key, or it was revoked. */
final class ApiKeyNotFound extends NotFound {

    ApiKeyNotFound(UUID id) {
        super("api-key-not-found", "API key", id, "/api/v1/auth/api-keys");
    }
}
