package io.betterprompts.common.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileSecretsTests {

    @TempDir
    private Path directory;

    private final Secrets secrets = Secrets.inFiles();

    @Test
    void readsAFileWithoutItsLineEnd() throws IOException {
        Path file = Files.writeString(directory.resolve("secret"), "some text\n");

        assertThat(secrets.read("file:" + file)).isEqualTo("some text");
    }

    @Test
    void namesTheFileThatIsMissing() {
        assertThatThrownBy(() -> secrets.read("file:" + directory.resolve("gone")))
                .isInstanceOf(SecretUnavailable.class)
                .hasMessageContaining("gone");
    }

    @Test
    void doesNotRepeatASecretGivenInPlaceOfAReference() {
        assertThatThrownBy(() -> secrets.read("hunter2hunter2"))
                .isInstanceOf(SecretUnavailable.class)
                .hasMessageNotContaining("hunter2");
    }
}
