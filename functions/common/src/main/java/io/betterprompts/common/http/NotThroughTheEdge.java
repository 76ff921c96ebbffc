package io.betterprompts.common.http;

import io.betterprompts.common.problem.ProblemException;
import java.util.List;
import java.util.Map;

/** The request went to the gateway's own address, where something stands before it that looks at requests first. */
final class NotThroughTheEdge extends ProblemException {

    NotThroughTheEdge() {
        super(
                403,
                "not-through-the-edge",
                "Not at this address",
                "This deployment answers at another address only: the one that was given to you for it.",
                Map.of(),
                List.of());
    }
}
