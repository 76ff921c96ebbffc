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
                "Send the access token of a login as the header authorization: Bearer <token>.",
                Map.of("www-authenticate", "Bearer"),
                List.of());
    }
}
