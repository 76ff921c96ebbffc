package io.betterprompts.common.http;

import io.betterprompts.common.data.Patience;
import io.betterprompts.common.problem.ProblemException;
import java.time.Duration;

/** Answers one operation: parses, calls one use case, renders. What it throws as {@link ProblemException} is told to the client. */
@FunctionalInterface
public interface Handler {

    Response handle(Request request);

    /** How long it waits for a database that does not answer, before the request is answered with 503. */
    default Duration patience() {
        return Patience.USUAL;
    }

    /**
     * Whether the caller comes {@linkplain io.betterprompts.common.identity.Authenticator#identify identified} alone, because
     * the handler confirms the login itself before it answers or changes anything.
     */
    default boolean confirmsCaller() {
        return false;
    }

    /** The same with {@link Patience#LONG}, for an operation with a statement over all rows of a user. */
    static Handler patient(Handler handler) {
        return new Handler() {
            @Override
            public Response handle(Request request) {
                return handler.handle(request);
            }

            @Override
            public Duration patience() {
                return Patience.LONG;
            }
        };
    }

    /**
     * The answer to a request of a proven caller that cannot be read, breaks the contract or fails in {@link #handle}. What
     * such a request changed is undone before. Left as it is, the problem is sent as {@code application/problem+json}; an
     * operation whose protocol has errors of its own tells those it has a word for, and throws the others again.
     */
    default Response refuse(ProblemException problem) {
        throw problem;
    }
}
