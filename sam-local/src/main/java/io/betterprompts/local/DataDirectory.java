package io.betterprompts.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** The folder that holds all state of one local server, and the lock that keeps a second server out of it. */
final class DataDirectory implements AutoCloseable {

    private final Path root;
    private final FileChannel lockFile;

    private DataDirectory(Path root, FileChannel lockFile) {
        this.root = root;
        this.lockFile = lockFile;
    }

    /**
     * Takes the folder, making it if need be. The operating system gives the lock back also after a {@code kill -9}.
     *
     * @throws CannotStart if another server holds it
     */
    static DataDirectory open(Path root) {
        try {
            Files.createDirectories(root);
            FileChannel file =
                    FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!locked(file)) {
                file.close();
                throw new CannotStart("Another server already uses " + root + "; stop it, or choose another DATA_DIR.");
            }
            return new DataDirectory(root, file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot use " + root, e);
        }
    }

    private static boolean locked(FileChannel file) throws IOException {
        try {
            FileLock lock = file.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    Path root() {
        return root;
    }

    Path postgres() {
        return root.resolve("postgres");
    }

    /** The secret behind the access tokens' key, made on the first start and readable by its owner alone. */
    Path signingSecret() {
        Path file = root.resolve("signing-secret");
        if (Files.notExists(file)) {
            writeSecret(file);
        }
        return file;
    }

    private static void writeSecret(Path file) {
        byte[] random = new byte[48];
        new SecureRandom().nextBytes(random);
        try {
            Path draft = Files.createTempFile(
                    file.getParent(),
                    "secret",
                    "",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(draft, Base64.getUrlEncoder().withoutPadding().encodeToString(random));
            Files.move(draft, file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    @Override
    public void close() {
        try {
            lockFile.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
