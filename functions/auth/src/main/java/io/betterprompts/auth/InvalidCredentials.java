package io.betterprompts.auth;

import io.betterprompts.common.problem.ProblemException;
import java.util.List;
import java.util.Map;

/** Unknown user or wrong password; the answer does not say which. */
final class InvalidCredentials extends ProblemException {

    InvalidCredentials() {
        super(
                401,
                "invalid-credentials",
                "User or password is wrong",
                "Check both and try again.",
                Map.of("www-authenticate", "Bearer"),
                List.of());
    }
}
