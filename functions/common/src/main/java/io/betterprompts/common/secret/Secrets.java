package io.betterprompts.common.secret;

/** Reads secret texts by reference, so that a setting, a process list and a template hold only where a secret is. */
@FunctionalInterface
public interface Secrets {

    /**
     * The text behind a reference, without white space around it.
     *
     * @throws SecretUnavailable if there is none to be read
     */
    String read(String reference);

    /** References of the form {@code file:/path}. */
    static Secrets inFiles() {
        return new FileSecrets();
    }
}
