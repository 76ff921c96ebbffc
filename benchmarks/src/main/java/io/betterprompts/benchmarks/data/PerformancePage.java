package io.betterprompts.benchmarks.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The page that says how fast things are. Only what stands between two marks is written anew. */
record PerformancePage(Path file) {

    private static final String START = "<!-- make bench-data writes from here -->\n";
    private static final String END = "<!-- to here -->\n";

    void write(FilledDatabase database, List<Timing> timings, int rounds) throws IOException {
        String page = Files.readString(file);
        int from = page.indexOf(START) + START.length();
        int to = page.indexOf(END);
        Files.writeString(file, page.substring(0, from) + table(database, timings, rounds) + page.substring(to));
    }

    private static String table(FilledDatabase database, List<Timing> timings, int rounds) {
        return String.format(
                        Locale.ROOT,
                        "%n%s, %s; JDK %s; %s; %,d versions; %d requests of each kind, one after another.%n%n"
                                + "| request | p50, ms | p95, ms | p99, ms |%n|---|---|---|---|%n",
                        LocalDate.now(ZoneOffset.UTC),
                        machine(),
                        System.getProperty("java.version"),
                        database.db()
                                .sql("select split_part(version(), ' on ', 1)")
                                .query(String.class)
                                .single(),
                        database.versions(),
                        rounds)
                + timings.stream().map(Timing::line).collect(Collectors.joining("\n")) + "\n\n";
    }

    private static String machine() {
        return Runtime.getRuntime().availableProcessors() + " cores (" + processor() + ")";
    }

    private static String processor() {
        try {
            return Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                    .filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 2))
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        } catch (IOException e) {
            return System.getProperty("os.arch");
        }
    }
}
