package io.betterprompts.cli;

import java.io.IOException;
import java.io.UncheckedIOException;

/** What was to be written has no reader any more, as when {@code head} has seen enough. No reason to say a word. */
final class NobodyReads extends UncheckedIOException {

    private static final long serialVersionUID = 1L;

    NobodyReads(IOException cause) {
        super(cause);
    }
}
