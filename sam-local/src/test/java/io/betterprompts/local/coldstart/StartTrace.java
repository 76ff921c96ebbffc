package io.betterprompts.local.coldstart;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A JVM's own log of the classes it loaded: when, by the clock of {@link System#nanoTime}, and from where. */
record StartTrace(List<Loaded> classes) {

    private static final Pattern LINE = Pattern.compile("(?m)^\\[(\\d+)ns] (\\S+) source: (.*)$");

    StartTrace {
        classes = List.copyOf(classes);
    }

    /** That makes a JVM write it. */
    static String flag(Path file) {
        return "-Xlog:class+load:file=" + file + ":timenanos:filecount=0";
    }

    static StartTrace read(Path file) {
        try {
            return new StartTrace(LINE.matcher(Files.readString(file))
                    .results()
                    .map(Loaded::of)
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** When the first class was loaded whose name begins so. */
    OptionalLong first(String prefix) {
        return classes.stream()
                .filter(loaded -> loaded.name().startsWith(prefix))
                .mapToLong(Loaded::at)
                .findFirst();
    }

    /** How many classes came from each jar of a folder, by its file's name. */
    Map<String, Long> jars(Path folder) {
        String prefix = "file:" + folder + "/";
        return classes.stream()
                .filter(loaded -> loaded.source().startsWith(prefix))
                .collect(groupingBy(loaded -> loaded.source().substring(prefix.length()), counting()));
    }

    record Loaded(long at, String name, String source) {

        private static Loaded of(MatchResult line) {
            return new Loaded(Long.parseLong(line.group(1)), line.group(2), line.group(3));
        }
    }
}
