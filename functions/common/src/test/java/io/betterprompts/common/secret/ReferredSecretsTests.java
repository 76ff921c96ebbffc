package io.betterprompts.common.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReferredSecretsTests {

    private static final String ARN = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:signing-AbCdEf";

    @TempDir
    private Path directory;

    @Test
    void readsAFileWithoutAwsBeingThere() throws IOException {
        Path file = Files.writeString(directory.resolve("secret"), "some text");
        Secrets secrets = new ReferredSecrets(Secrets.inFiles(), () -> {
            throw new AssertionError("the AWS client was started");
        });

        assertThat(secrets.read("file:" + file)).isEqualTo("some text");
    }

    @Test
    void readsAnArnWhereItPoints() {
        Secrets secrets = new ReferredSecrets(Secrets.inFiles(), () -> reference -> "behind " + reference);

        assertThat(secrets.read(ARN)).isEqualTo("behind " + ARN);
    }

    @Test
    void doesNotRepeatASecretGivenInPlaceOfAReference() {
        assertThatThrownBy(() -> Secrets.byReference().read("hunter2hunter2"))
                .isInstanceOf(SecretUnavailable.class)
                .hasMessageNotContaining("hunter2");
    }
}
