package io.betterprompts.common.limit;

import io.betterprompts.common.problem.ProblemException;
import io.betterprompts.common.problem.Wait;
import java.util.List;

/** The counters cannot be reached, and without them this operation would let anyone guess without end. */
public final class RateLimitUnavailable extends ProblemException {

    private static final Wait WAIT = new Wait(4);

    RateLimitUnavailable() {
        super(
                503,
                "rate-limit-unavailable",
                "Logins cannot be limited right now",
                "What counts attempts cannot be reached, so none is let in. " + WAIT.advice(),
                WAIT.headers(),
                List.of());
    }
}
