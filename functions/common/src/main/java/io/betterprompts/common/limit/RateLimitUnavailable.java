package io.betterprompts.common.limit;

import io.betterprompts.common.problem.ProblemException;
import java.util.List;
import java.util.Map;

/** The counters cannot be reached, and without them this operation would let anyone guess without end. */
public final class RateLimitUnavailable extends ProblemException {

    RateLimitUnavailable() {
        super(
                503,
                "rate-limit-unavailable",
                "Logins cannot be limited right now",
                "What counts attempts cannot be reached, so none is let in. Try again in a moment.",
                Map.of("retry-after", "10"),
                List.of());
    }
}
