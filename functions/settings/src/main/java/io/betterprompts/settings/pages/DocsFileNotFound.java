package io.betterprompts.settings.pages;

import io.betterprompts.common.problem.ProblemException;

/** The API page has no such file. */
final class DocsFileNotFound extends ProblemException {

    DocsFileNotFound(String file) {
        super(
                404,
                "docs-file-not-found",
                "There is no such file",
                "The API page has no file " + file + "; open /docs again.");
    }
}
