package io.betterprompts.enhance.mcp;

import io.betterprompts.common.problem.ProblemException;

/** A browser says that a page sent the request, and that page may not. */
final class OriginNotAllowed extends ProblemException {

    OriginNotAllowed() {
        super(
                403,
                "origin-not-allowed",
                "Pages of this origin may not call this",
                "Call it from outside a browser, or have the deployment list the origin in CORS_ORIGINS.");
    }
}
