package io.betterprompts.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTests {

    @TempDir
    private Path folder;

    @Test
    void letsOneServerInAtATime() {
        try (DataDirectory first = DataDirectory.open(folder)) {
            assertThatThrownBy(() -> DataDirectory.open(first.root()))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("DATA_DIR");
        }
        DataDirectory.open(folder).close();
    }

    @Test
    void keepsTheSigningSecretAndShowsItToNobodyElse() throws IOException {
        String before;
        try (DataDirectory data = DataDirectory.open(folder)) {
            before = Files.readString(data.signingSecret());
            assertThat(Files.getPosixFilePermissions(data.signingSecret()))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        }
        try (DataDirectory data = DataDirectory.open(folder)) {
            assertThat(Files.readString(data.signingSecret())).isEqualTo(before).hasSize(64);
        }
    }
}
