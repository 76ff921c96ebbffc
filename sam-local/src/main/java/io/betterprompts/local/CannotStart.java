package io.betterprompts.local;

/** The server cannot start, and the message says what its user can do about it. */
final class CannotStart extends RuntimeException {

    CannotStart(String message) {
        super(message, null, false, false);
    }
}
