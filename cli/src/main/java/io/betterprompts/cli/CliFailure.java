package io.betterprompts.cli;

/** A command cannot be carried out. The message is for the person who gave it. */
final class CliFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int exit;

    CliFailure(int exit, String message) {
        super(message);
        this.exit = exit;
    }

    static CliFailure usage(String message) {
        return new CliFailure(Exit.USAGE, message);
    }

    int exit() {
        return exit;
    }
}
