package io.betterprompts.common.http;

import io.betterprompts.common.problem.ProblemException;
import io.betterprompts.common.problem.Wait;
import java.util.List;

/** The first request with this key is still being carried out. Nothing was done for this one. */
public final class RequestInProgress extends ProblemException {

    private static final Wait WAIT = new Wait(1);

    RequestInProgress() {
        super(
                409,
                "request-in-progress",
                "The same request is being carried out",
                "Another request with this Idempotency-Key has not been answered yet. " + WAIT.advice(),
                WAIT.headers(),
                List.of());
    }
}
