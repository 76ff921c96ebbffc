package io.betterprompts.infra;

import static java.util.stream.Collectors.toSet;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

/**
 * A zip for Lambda, as it was built.
 *
 * @param bytes of the zip
 * @param unzippedBytes of its entries; what is compressed inside a jar counts compressed
 */
record LambdaArchive(Path file, Set<String> entries, long bytes, long unzippedBytes) {

    private static final Pattern NATIVE = Pattern.compile(".*\\.(so(\\.[0-9.]+)?|dylib|dll|jnilib|a)");

    LambdaArchive {
        entries = Set.copyOf(entries);
    }

    static LambdaArchive read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new UnusableArtifact(file + " is missing: run make package");
        }
        try (ZipFile zip = new ZipFile(file.toFile())) {
            Set<String> entries = new TreeSet<>();
            zip.stream().map(ZipEntry::getName).forEach(entries::add);
            long unzipped = zip.stream().mapToLong(ZipEntry::getSize).sum();
            return new LambdaArchive(file, entries, Files.size(file), unzipped);
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }

    /** Of the native libraries inside its jars, which unpack them where the function runs. Reads the whole archive. */
    long nativeBytes() {
        return read(zip -> {
            long bytes = 0;
            for (ZipEntry jar : Collections.list(zip.entries())) {
                if (jar.getName().endsWith(".jar")) {
                    bytes += nativeBytes(zip.getInputStream(jar));
                }
            }
            return bytes;
        });
    }

    private static long nativeBytes(InputStream jar) throws IOException {
        long bytes = 0;
        try (ZipInputStream entries = new ZipInputStream(jar)) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                if (NATIVE.matcher(entry.getName()).matches()) {
                    bytes += entries.transferTo(OutputStream.nullOutputStream());
                }
            }
        }
        return bytes;
    }

    /** The text of an entry; empty if there is none of this name. */
    Optional<String> text(String entry) {
        return read(zip -> {
            ZipEntry found = zip.getEntry(entry);
            return found == null
                    ? Optional.empty()
                    : Optional.of(new String(zip.getInputStream(found).readAllBytes(), StandardCharsets.UTF_8).strip());
        });
    }

    private <T> T read(Reading<T> reading) {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return reading.of(zip);
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }

    private interface Reading<T> {
        T of(ZipFile zip) throws IOException;
    }

    /** The names of its jars, without versions. */
    Set<String> libraries() {
        return entries.stream()
                .filter(entry -> entry.endsWith(".jar"))
                .map(entry -> entry.substring(entry.lastIndexOf('/') + 1).replaceFirst("-[0-9].*", ""))
                .collect(toSet());
    }

    boolean holdsClass(String name) {
        return entries.contains(name.replace('.', '/') + ".class");
    }

    boolean holds(String part) {
        return entries.stream().anyMatch(entry -> entry.contains(part));
    }
}
