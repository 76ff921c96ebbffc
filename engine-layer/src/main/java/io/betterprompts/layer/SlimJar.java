package io.betterprompts.layer;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** Copies a jar without the native libraries of other platforms, and with its own ones stripped if they can be. */
final class SlimJar {

    private static final Pattern SHARED_LIBRARY = Pattern.compile(".*\\.so(\\.[0-9.]+)?");

    private final Platform platform;
    private final Optional<Strip> strip;

    SlimJar(Platform platform, Optional<Strip> strip) {
        this.platform = platform;
        this.strip = strip;
    }

    /** A jar that has nothing to lose stays as it is, to the byte. */
    void copy(Path jar, Path to) throws IOException {
        try (ZipFile from = new ZipFile(jar.toFile())) {
            List<? extends ZipEntry> entries = Collections.list(from.entries());
            if (entries.stream().noneMatch(this::isToChange)) {
                Files.copy(jar, to);
                return;
            }
            try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(to))) {

                for (ZipEntry entry : entries) {
                    if (platform.needs(entry.getName())) {
                        copy(from, entry, out);
                    }
                }
            }
        }
    }

    private boolean isToChange(ZipEntry entry) {
        return !platform.needs(entry.getName()) || (strip.isPresent() && isLibrary(entry));
    }

    private static boolean isLibrary(ZipEntry entry) {
        return SHARED_LIBRARY.matcher(entry.getName()).matches();
    }

    private void copy(ZipFile from, ZipEntry entry, ZipOutputStream out) throws IOException {
        ZipEntry copy = new ZipEntry(entry.getName());
        copy.setTimeLocal(entry.getTimeLocal());
        out.putNextEntry(copy);
        try (InputStream in = from.getInputStream(entry)) {
            if (strip.isPresent() && isLibrary(entry)) {
                copyStripped(in, strip.get(), out);
            } else {
                in.transferTo(out);
            }
        }
    }

    private static void copyStripped(InputStream library, Strip strip, OutputStream out) throws IOException {
        Path file = Files.createTempFile("library", ".so");
        try {
            try (OutputStream unpacked = Files.newOutputStream(file)) {
                library.transferTo(unpacked);
            }
            strip.run(file);
            Files.copy(file, out);
        } finally {
            Files.delete(file);
        }
    }
}
