package io.betterprompts.common.secret;

import java.util.function.Supplier;
import org.springframework.util.function.SingletonSupplier;

/** Sends each reference to where its form says it is. */
final class ReferredSecrets implements Secrets {

    private final Secrets files;
    private final Supplier<Secrets> secretsManager;

    ReferredSecrets(Secrets files, Supplier<Secrets> secretsManager) {
        this.files = files;
        this.secretsManager = SingletonSupplier.of(secretsManager);
    }

    @Override
    public String read(String reference) {
        return SecretsManagerSecrets.holds(reference) ? secretsManager.get().read(reference) : files.read(reference);
    }
}
