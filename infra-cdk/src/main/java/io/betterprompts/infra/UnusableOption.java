package io.betterprompts.infra;

/** A deployment was asked for something that there is not, or that does not go together. The message says what would. */
final class UnusableOption extends IllegalArgumentException {

    UnusableOption(String message) {
        super(message);
    }
}
