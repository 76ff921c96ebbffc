package io.betterprompts.cli;

/** What the process ends with. */
final class Exit {

    static final int DONE = 0;

    /** Only of {@code lint}. */
    static final int FINDINGS = 1;

    static final int USAGE = 2;
    static final int NO_SERVER = 3;
    static final int NO_CREDENTIAL = 4;
    static final int REFUSED = 5;

    /** As a program ends that the shell stops because nobody reads any more. */
    static final int BROKEN_PIPE = 141;

    /** A fault of this program. */
    static final int FAULT = 70;

    private Exit() {}
}
