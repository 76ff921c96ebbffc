package io.betterprompts.auth;

import io.betterprompts.common.problem.ProblemException;
import java.util.List;
import java.util.Map;

/** The refresh token had been replaced by a newer one, so somebody has a copy; its session has ended. */
final class RefreshTokenReused extends ProblemException {

    RefreshTokenReused() {
        super(
                401,
                "refresh-token-reused",
                "The refresh token was used before",
                "Its session has been ended because somebody else may hold the token. Log in again.",
                Map.of("www-authenticate", "Bearer"),
                List.of());
    }
}
