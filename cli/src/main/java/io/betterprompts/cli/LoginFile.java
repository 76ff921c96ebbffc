package io.betterprompts.cli;

import io.betterprompts.common.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;

/** The last login, in {@code ~/.config/betterprompts/login.json}, which its owner alone can read. */
final class LoginFile {

    private final Path folder;

    LoginFile(Terminal terminal) {
        this.folder = terminal.setting("XDG_CONFIG_HOME")
                .or(() -> terminal.setting("APPDATA"))
                .map(Path::of)
                .orElse(terminal.home().resolve(".config"))
                .resolve("betterprompts");
    }

    Path path() {
        return folder.resolve("login.json");
    }

    Optional<Login> read() {
        try {
            return Files.exists(path())
                    ? Optional.of(Json.mapper().readValue(Files.readAllBytes(path()), Login.class))
                    : Optional.empty();
        } catch (JacksonException e) {
            throw new CliFailure(Exit.NO_CREDENTIAL, path() + " cannot be read any more; log in again");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In place of the one before, at once. */
    void write(Login login) {
        try {
            makeFolder();
            Path written = Files.createTempFile(folder, "login", ".tmp", owners("rw-------"));
            Files.write(written, Json.mapper().writeValueAsBytes(login));
            Files.move(written, path(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void delete() {
        try {
            Files.deleteIfExists(path());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** While no other process does: a refresh token that two used would end the login. */
    <T> T alone(Supplier<T> work) {
        try {
            makeFolder();
            try (FileChannel lock = FileChannel.open(
                    folder.resolve("login.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                lock.lock();
                return work.get();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void makeFolder() throws IOException {
        Files.createDirectories(folder, owners("rwx------"));
    }

    private static FileAttribute<?>[] owners(String permissions) {
        return Path.of("").getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
