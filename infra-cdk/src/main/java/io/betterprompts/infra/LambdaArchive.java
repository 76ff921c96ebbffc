package io.betterprompts.infra;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A zip for Lambda, as it was built.
 *
 * @param bytes of the zip
 * @param unzippedBytes of its entries; what is compressed inside a jar counts compressed
 */
record LambdaArchive(Path file, Set<String> entries, long bytes, long unzippedBytes) {

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

    boolean holdsClass(String name) {
        return entries.contains(name.replace('.', '/') + ".class");
    }

    boolean holds(String part) {
        return entries.stream().anyMatch(entry -> entry.contains(part));
    }
}
