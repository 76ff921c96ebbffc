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

    /**
     * References of the form {@code file:/path} and ARNs of AWS Secrets Manager. Nothing is kept: each reading gets what
     * is there at that moment. The first ARN starts the AWS client, so that whoever has none never pays for it.
     */
    static Secrets byReference() {
        return new ReferredSecrets(inFiles(), SecretsManagerSecrets::ofThisRegion);
    }
}
