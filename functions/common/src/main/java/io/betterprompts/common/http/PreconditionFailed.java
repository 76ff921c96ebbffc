package io.betterprompts.common.http;

import io.betterprompts.common.problem.ProblemException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Somebody changed the resource since the client read it; nothing was written. */
public final class PreconditionFailed extends ProblemException {

    private final transient Optional<Object> state;

    PreconditionFailed(String current, Optional<Object> state) {
        super(
                412,
                "precondition-failed",
                "The resource has changed",
                "Its ETag is " + current + " now. Read it, apply the change to what it holds, and send that ETag.",
                Map.of("etag", current),
                List.of());
        this.state = state;
    }

    @Override
    protected Optional<Object> current() {
        return state;
    }
}
