package io.betterprompts.engine.classify;

import org.jspecify.annotations.Nullable;

/** The classifier cannot be started on this machine, or it starts and computes something else than it should. */
public final class ClassifierUnusable extends RuntimeException {

    ClassifierUnusable(String message) {
        super(message);
    }

    ClassifierUnusable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
