package io.betterprompts.common.http;

import io.betterprompts.common.problem.ProblemException;
import java.util.List;
import java.util.Map;

/** The first request with this key is still being carried out. Nothing was done for this one. */
public final class RequestInProgress extends ProblemException {

    RequestInProgress() {
        super(
                409,
                "request-in-progress",
                "The same request is being carried out",
                "Another request with this Idempotency-Key has not been answered yet. Send it again in a moment.",
                Map.of("retry-after", "1"),
                List.of());
    }
}
