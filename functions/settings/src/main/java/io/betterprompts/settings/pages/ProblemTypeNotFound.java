package io.betterprompts.settings.pages;

import io.betterprompts.common.problem.ProblemException;

/** No problem of this service is called that. */
final class ProblemTypeNotFound extends ProblemException {

    ProblemTypeNotFound(String type) {
        super(
                404,
                "problem-type-not-found",
                "There is no such problem type",
                "No problem is called " + type + "; /problems lists all.");
    }
}
