package io.betterprompts.templates;

import io.betterprompts.common.problem.ProblemException;
import java.util.UUID;

/** The caller's template never had such a version. */
final class TemplateVersionNotFound extends ProblemException {

    TemplateVersionNotFound(UUID template, long version) {
        super(
                404,
                "template-version-not-found",
                "There is no such version of the template",
                "Your template " + template + " has no version " + version + "; list its versions.");
    }
}
