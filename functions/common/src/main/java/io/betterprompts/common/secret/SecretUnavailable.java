package io.betterprompts.common.secret;

/** A secret cannot be read. Says which reference and why, and nothing of what it holds. */
public final class SecretUnavailable extends IllegalStateException {

    public SecretUnavailable(String message) {
        super(message);
    }
}
