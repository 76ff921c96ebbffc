package io.betterprompts.lambda;

/** A function did not start, was not restored, or let an exception escape. */
final class FunctionFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    FunctionFailed(String message) {
        super(message);
    }
}
