package io.betterprompts.local.drill;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A file system of a few megabytes in memory, which can be filled and emptied. It is mounted in a namespace of its own,
 * which needs no rights where Linux lets users make namespaces; processes that are to see it are started within.
 */
final class SmallDisk implements AutoCloseable {

    private final Path folder;
    private final Process keeper;

    private SmallDisk(Path folder, Process keeper) {
        this.folder = folder;
        this.keeper = keeper;
    }

    /** Empty where this system lets nobody mount one. */
    static Optional<SmallDisk> mount(Path folder, int megabytes) {
        try {
            Path mounted = folder.resolve("mounted");
            Files.createDirectories(folder);
            Process keeper = new ProcessBuilder(
                            "unshare",
                            "--user",
                            "--map-root-user",
                            "--mount",
                            "sh",
                            "-c",
                            "mount -t tmpfs -o size=" + megabytes + "m,mode=700 drill \"$0\" && touch \"$0/mounted\""
                                    + " && exec sleep infinity",
                            folder.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            SmallDisk disk = new SmallDisk(folder, keeper);
            disk.await(mounted);
            return keeper.isAlive() ? Optional.of(disk) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty(); // there is no such command
        }
    }

    private void await(Path mounted) {
        try {
            Await.until(
                    Duration.ofSeconds(10),
                    () -> !keeper.isAlive() || Files.exists(fromOutside(mounted)) ? keeper : null);
        } catch (RuntimeException | Error e) {
            close();
            throw e;
        }
    }

    /** The command, where the disk can be seen. */
    List<String> within(List<String> command) {
        List<String> all = new ArrayList<>(List.of(
                "nsenter", "--target", Long.toString(keeper.pid()), "--user", "--mount", "--preserve-credentials"));
        all.addAll(command);
        return all;
    }

    private Path fromOutside(Path path) {
        return Path.of("/proc", Long.toString(keeper.pid()), "root", path.toString());
    }

    private Path filler() {
        return fromOutside(folder.resolve("filler"));
    }

    /** To the last page. */
    void fill() {
        byte[] page = new byte[4096];
        try (OutputStream out = Files.newOutputStream(filler())) {
            while (true) {
                out.write(page);
            }
        } catch (IOException full) {
            // as was meant
        }
    }

    void empty() {
        try {
            Files.delete(filler());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is on it is gone. */
    @Override
    public void close() {
        keeper.destroyForcibly();
    }
}
