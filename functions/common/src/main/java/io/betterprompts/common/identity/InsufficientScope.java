package io.betterprompts.common.identity;

import io.betterprompts.common.problem.ProblemException;
import java.util.List;
import java.util.Map;

/** The caller is known and may not do this with the credential that was sent. */
public final class InsufficientScope extends ProblemException {

    /** @param scope the one that is missing */
    public InsufficientScope(String scope) {
        super(
                403,
                "insufficient-scope",
                "The credential does not allow this",
                "This needs the scope " + scope + ". Use an API key that has it, or log in: a login has every scope.",
                Map.of("www-authenticate", "Bearer error=\"insufficient_scope\", scope=\"" + scope + "\""),
                List.of());
    }
}
