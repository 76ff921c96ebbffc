package io.betterprompts.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The console's files as they lie in the repository. */
final class ConsoleSources {

    static final Path ROOT = Path.of("src/main/resources/console");

    private ConsoleSources() {}

    static List<Path> all() {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Path> withEnding(String ending) {
        return all().stream().filter(file -> file.toString().endsWith(ending)).toList();
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String allScripts() {
        return withEnding(".js").stream().map(ConsoleSources::text).collect(Collectors.joining("\n"));
    }
}
