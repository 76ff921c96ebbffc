package io.betterprompts.common.identity;

import io.betterprompts.common.problem.ProblemException;
import java.util.List;
import java.util.Map;

/** The access token was good and has run out. */
public final class AccessTokenExpired extends ProblemException {

    public AccessTokenExpired() {
        super(
                401,
                "access-token-expired",
                "The access token has expired",
                "Get a new one with the refresh token, or log in again.",
                Map.of("www-authenticate", "Bearer error=\"invalid_token\", error_description=\"expired\""),
                List.of());
    }
}
