package io.betterprompts.local;

import io.betterprompts.local.ColdStart.Measured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The section about starts in a document on performance; the rest of it stays as it is. */
record ColdStartDocument(Path file) {

    private static final String HEADING = "## Start of the packaged functions";
    private static final Pattern SECTION = Pattern.compile(HEADING + "\n.*?(?=\n## |\\z)", Pattern.DOTALL);

    void write(List<Measured> measured) throws IOException {
        String old = Files.exists(file) ? Files.readString(file) : "# Performance\n";
        String section = section(measured);
        Matcher found = SECTION.matcher(old);
        Files.writeString(
                file, found.find() ? found.replaceFirst(Matcher.quoteReplacement(section)) : old + "\n" + section);
    }

    private static String section(List<Measured> measured) {
        String rows = measured.stream().map(Measured::row).collect(Collectors.joining("\n"));
        String overhead = measured.stream()
                .filter(m -> m.function().equals("enhance"))
                .map(m -> Measured.ms(m.overhead()))
                .collect(Collectors.joining());
        return HEADING
                + """


                Written by `make cold-start` on %s: the zips of `make package` under AWS's runtime interface client, each in a
                process of its own with the flags of Lambda's managed runtime (C1 only, serial collector), on %d processors (%s),
                JDK %s; PostgreSQL and a stub of Secrets Manager on the same machine, the cache in memory. Nothing of it ran on
                Lambda.

                | function | start to first event | its first call | start to snapshot | restore | first call after restore | warm call | beyond warm |
                |---|---|---|---|---|---|---|---|
                %s

                Calls are whole round trips through the Runtime API: a login (`auth`), an enhancement that is stored (`enhance`), the
                first page of an empty list, the settings. Starts and warm calls are medians. Before the snapshot each function
                [rehearses](decisions/0025-rehearse-before-the-snapshot.md) and then waits eleven seconds. The restore is the time that the hooks
                take; that of Lambda itself, which brings back the memory, is not in it.

                Around the engine, an enhancement for nobody takes %s ms (median): the Runtime API, the adapter, the checks of the
                contract, the answer's JSON.
                """.formatted(
                                LocalDate.now(ZoneOffset.UTC),
                                Runtime.getRuntime().availableProcessors(),
                                processor(),
                                Runtime.version(),
                                rows,
                                overhead);
    }

    private static String processor() {
        try {
            return Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                    .filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        } catch (IOException e) {
            return System.getProperty("os.arch");
        }
    }
}
