package io.betterprompts.common.identity;

import io.betterprompts.common.problem.ProblemException;
import java.util.List;
import java.util.Map;

/** The request says nothing about who sends it. */
public final class Unauthenticated extends ProblemException {

    public Unauthenticated() {
        super(
                401,
                "unauthenticated",
                "This needs a login",
                "Send the access token of a login as authorization: Bearer <token>, or an API key as x-api-key.",
                Map.of("www-authenticate", "Bearer"),
                List.of());
    }
}
