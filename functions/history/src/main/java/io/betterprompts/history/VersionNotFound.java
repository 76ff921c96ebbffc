package io.betterprompts.history;

import io.betterprompts.common.problem.NotFound;
import java.util.UUID;

/** The caller has no such version, or has deleted its group. */
final class VersionNotFound extends NotFound {

    VersionNotFound(UUID id) {
        super("version-not-found", "version", id, "/api/v1/history/{id}/versions");
    }
}
