package io.betterprompts.common.placeholder;

import io.betterprompts.common.problem.ProblemException;

/** A short text may ask for the same long value many times; nobody is sent what becomes of that. */
public final class FilledTextTooLong extends ProblemException {

    private FilledTextTooLong(int limit) {
        super(
                422,
                "filled-text-too-long",
                "The text is too long with these values",
                "With its values a text may have at most " + limit + " characters. Send shorter values.");
    }

    static void check(int length, int limit) {
        if (length > limit) {
            throw new FilledTextTooLong(limit);
        }
    }
}
