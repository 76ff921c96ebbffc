package io.betterprompts.common.http;

import io.betterprompts.common.problem.ProblemException;

/** Answers one operation: parses, calls one use case, renders. What it throws as {@link ProblemException} is told to the client. */
@FunctionalInterface
public interface Handler {

    Response handle(Request request);

    /**
     * The answer to a request of a proven caller that cannot be read, breaks the contract or fails in {@link #handle}. What
     * such a request changed is undone before. Left as it is, the problem is sent as {@code application/problem+json}; an
     * operation whose protocol has errors of its own tells those it has a word for, and throws the others again.
     */
    default Response refuse(ProblemException problem) {
        throw problem;
    }
}
