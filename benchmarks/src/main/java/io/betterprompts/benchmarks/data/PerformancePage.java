package io.betterprompts.benchmarks.data;

import io.betterprompts.benchmarks.page.Machine;
import io.betterprompts.benchmarks.page.MarkedSection;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The page that says how fast things are. */
record PerformancePage(Path file) {

    void write(FilledDatabase database, List<Timing> timings, int rounds) throws IOException {
        new MarkedSection(file, "make bench-data").write(table(database, timings, rounds));
    }

    private static String table(FilledDatabase database, List<Timing> timings, int rounds) {
        return String.format(
                        Locale.ROOT,
                        "%s; %s; %,d versions; %d requests of each kind, one after another.%n%n"
                                + "| request | p50, ms | p95, ms | p99, ms |%n|---|---|---|---|%n",
                        Machine.today(),
                        database.db()
                                .sql("select split_part(version(), ' on ', 1)")
                                .query(String.class)
                                .single(),
                        database.versions(),
                        rounds)
                + timings.stream().map(Timing::line).collect(Collectors.joining("\n"));
    }
}
