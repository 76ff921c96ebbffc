package io.betterprompts.common.identity;

import io.betterprompts.common.problem.ProblemException;
import java.util.List;
import java.util.Map;

/** The access token was not made here, was altered, or its session has ended. */
public final class AccessTokenInvalid extends ProblemException {

    public AccessTokenInvalid() {
        super(
                401,
                "access-token-invalid",
                "The access token is not valid",
                "Log in again to get a new access token.",
                Map.of("www-authenticate", "Bearer error=\"invalid_token\""),
                List.of());
    }
}
