package io.betterprompts.history;

import io.betterprompts.common.problem.ProblemException;
import java.util.UUID;

/** A version's text cannot be taken apart into its original and its edits, so none of them can be left out. */
final class EditsNotSeparable extends ProblemException {

    EditsNotSeparable(UUID version) {
        super(
                409,
                "edits-not-separable",
                "The version has no edits to choose from",
                "The text of the version " + version
                        + " is not an original with edits around it; choose among those of the version it was made from.");
    }
}
