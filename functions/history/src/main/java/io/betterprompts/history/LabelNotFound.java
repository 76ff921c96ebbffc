package io.betterprompts.history;

import io.betterprompts.common.problem.ProblemException;
import java.util.UUID;

/** The group has no label of that name. */
final class LabelNotFound extends ProblemException {

    LabelNotFound(UUID group, String name) {
        super(
                404,
                "label-not-found",
                "There is no such label",
                "The prompt group " + group + " has no label " + name + "; GET /api/v1/history/" + group
                        + "/labels lists those it has.");
    }
}
