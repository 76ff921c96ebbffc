package io.betterprompts.auth;

import io.betterprompts.common.problem.ProblemException;
import java.util.List;
import java.util.Map;

/** The refresh token was not made here, is too old, or its session has ended. */
final class RefreshTokenInvalid extends ProblemException {

    RefreshTokenInvalid() {
        super(
                401,
                "refresh-token-invalid",
                "The refresh token is not valid",
                "Log in again.",
                Map.of("www-authenticate", "Bearer"),
                List.of());
    }
}
