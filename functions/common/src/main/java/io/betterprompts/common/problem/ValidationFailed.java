package io.betterprompts.common.problem;

import java.util.List;
import java.util.Map;

/** The request can be read and asks for something that is not valid; each fault is listed. */
public final class ValidationFailed extends ProblemException {

    public ValidationFailed(List<Fault> errors) {
        super(
                422,
                "validation-failed",
                "The request is not valid",
                "Mend what errors lists and send the request again.",
                Map.of(),
                errors);
    }

    public ValidationFailed(Fault error) {
        this(List.of(error));
    }
}
