package io.betterprompts.auth;

import io.betterprompts.common.problem.ProblemException;

/** The account has as many API keys as one may have. */
final class TooManyApiKeys extends ProblemException {

    TooManyApiKeys(int limit) {
        super(
                409,
                "too-many-api-keys",
                "The account has too many API keys",
                "An account may have " + limit + "; revoke one that is no longer used.");
    }
}
