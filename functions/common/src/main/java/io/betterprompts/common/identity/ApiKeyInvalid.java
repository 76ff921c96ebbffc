package io.betterprompts.common.identity;

import io.betterprompts.common.problem.ProblemException;
import java.util.List;
import java.util.Map;

/** The API key was not made here, was revoked, has expired, or its account is closed; the answer does not say which. */
public final class ApiKeyInvalid extends ProblemException {

    public ApiKeyInvalid() {
        super(
                401,
                "api-key-invalid",
                "The API key is not valid",
                "Check that the key is whole and neither revoked nor expired; log in to make another one.",
                Map.of("www-authenticate", "Bearer error=\"invalid_token\""),
                List.of());
    }
}
