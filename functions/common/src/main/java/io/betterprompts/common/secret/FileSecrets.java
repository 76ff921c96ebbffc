package io.betterprompts.common.secret;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Secrets in files of their own, as the local server makes them and container platforms mount them. */
final class FileSecrets implements Secrets {

    private static final String SCHEME = "file:";

    @Override
    public String read(String reference) {
        if (!reference.startsWith(SCHEME)) {
            throw new SecretUnavailable(
                    "a secret's reference must have the form file:/path, or be its ARN in AWS Secrets Manager");
        }
        Path path = Path.of(reference.substring(SCHEME.length()));
        try {
            return Files.readString(path).strip();
        } catch (IOException e) {
            throw new SecretUnavailable("cannot read the secret at " + reference + ": "
                    + e.getClass().getSimpleName());
        }
    }
}
