package io.betterprompts.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The problems that the sources can answer with, and those that the document tells of, as {@code type, status · title}. */
final class ProblemTypes {

    private static final Pattern PROBLEM = Pattern.compile("\\b([45]\\d\\d),\\s*\"([a-z-]+)\",\\s*\"([^\"]+)\"");
    private static final Pattern NOT_FOUND = Pattern.compile("super\\(\\s*\"([a-z-]+)\",\\s*\"([^\"]+)\",");
    private static final Pattern HEADING = Pattern.compile(
            "^## ([a-z-]+)\\n\\n(\\d{3} · .+)\\n\\n\\*\\*Cause\\.\\*\\* (?s:.+?)\\n\\n\\*\\*Cure\\.\\*\\* ",
            Pattern.MULTILINE);

    private ProblemTypes() {}

    static Set<String> inSources() {
        return Stream.of(Path.of("..", "functions"), Path.of("..", "sam-local"))
                .flatMap(folder -> sources(folder).stream())
                .flatMap(file -> in(read(file)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static Stream<String> in(String source) {
        if (source.contains("extends NotFound")) {
            return NOT_FOUND.matcher(source).results().map(m -> m.group(1) + ", 404 · There is no such " + m.group(2));
        }
        return PROBLEM.matcher(source).results().map(m -> m.group(2) + ", " + m.group(1) + " · " + m.group(3));
    }

    /** Only those that have a status, a title, a cause and a cure. */
    static Set<String> inDocument() {
        return HEADING.matcher(read(Path.of("..", "docs", "api", "problems.md")))
                .results()
                .map(m -> m.group(1) + ", " + m.group(2))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Every heading, whatever stands under it. */
    static Set<String> headings() {
        Matcher heading = Pattern.compile("^## (\\S+)", Pattern.MULTILINE)
                .matcher(read(Path.of("..", "docs", "api", "problems.md")));
        return heading.results().map(m -> m.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Path> sources(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> file.toString().contains("/src/main/java/"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
