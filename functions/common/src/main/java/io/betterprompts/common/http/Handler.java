package io.betterprompts.common.http;

import io.betterprompts.common.problem.ProblemException;

/** Answers one operation: parses, calls one use case, renders. What it throws as {@link ProblemException} is told to the client. */
@FunctionalInterface
public interface Handler {

    Response handle(Request request);
}
