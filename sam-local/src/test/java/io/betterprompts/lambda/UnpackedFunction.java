package io.betterprompts.lambda;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * A function's zip and its layer, unpacked as Lambda does. There the layer's jars are in {@code /opt/java/lib} and come after
 * those of the function. Here, where nobody may need to be root, they are linked into the function's {@code lib} under names
 * that sort last: the class path has the same order and other folders.
 */
public record UnpackedFunction(Path taskRoot) {

    public static UnpackedFunction of(Path zip, Optional<Path> unpackedLayer, Path folder) {
        unzip(zip, folder);
        unpackedLayer.ifPresent(layer -> link(layer.resolve("java/lib"), folder.resolve("lib")));
        return new UnpackedFunction(folder);
    }

    /** Refuses an entry that would land outside. */
    public static void unzip(Path zip, Path folder) {
        try (ZipInputStream entries = new ZipInputStream(Files.newInputStream(zip))) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                Path to = folder.resolve(entry.getName()).normalize();
                if (!to.startsWith(folder)) {
                    throw new IOException(zip + " holds " + entry.getName());
                }
                write(entry, entries, to);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("run make package: " + zip, e);
        }
    }

    private static void write(ZipEntry entry, InputStream content, Path to) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(to);
        } else {
            Files.createDirectories(to.getParent());
            Files.copy(content, to);
        }
    }

    private static void link(Path jars, Path lib) {
        try (var files = Files.list(jars)) {
            for (Path jar : files.toList()) {
                Files.createSymbolicLink(lib.resolve("~" + jar.getFileName()), jar.toAbsolutePath());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
