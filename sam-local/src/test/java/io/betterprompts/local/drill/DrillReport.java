package io.betterprompts.local.drill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The table in docs/reliability.md. Written where {@code -Ddrill.report} names the file; printed anyway. */
final class DrillReport {

    private static final String FROM = "<!-- make drill writes from here -->\n";
    private static final String TO = "<!-- to here -->";
    private static final String HEAD = """

            | fault | what was done | done | refused | slowest answer | recovery | lost | doubled | leaks | verdict | measured |
            |---|---|---|---|---|---|---|---|---|---|---|
            """;

    private DrillReport() {}

    static void add(String fault, String deed, Outcome outcome) {
        String row = String.format(
                Locale.ROOT,
                "| %s | %s | %,d | %,d | %.2f s | %.2f s | %d | %d | %d | %s | %s |",
                fault,
                deed,
                outcome.done(),
                outcome.refused(),
                outcome.slowest().toMillis() / 1000.0,
                outcome.recovery().toMillis() / 1000.0,
                outcome.findings().lost() + outcome.findings().broken(),
                outcome.findings().doubled(),
                outcome.leaks().values().stream().mapToInt(Integer::intValue).sum(),
                outcome.holds() ? "holds" : "**fails**",
                machine());
        System.out.println(row + (outcome.holds() ? "" : "\n  " + outcome));
        Optional.ofNullable(System.getProperty("drill.report"))
                .filter(file -> !file.isEmpty())
                .ifPresent(file -> write(Path.of(file), fault, row));
    }

    private static String machine() {
        return LocalDate.now(ZoneOffset.UTC) + ", " + Runtime.getRuntime().availableProcessors() + " processors, JDK "
                + Runtime.version().feature();
    }

    /** In place of what an earlier run found of the same fault. */
    private static synchronized void write(Path file, String fault, String row) {
        try {
            String page = Files.readString(file);
            int from = page.indexOf(FROM) + FROM.length();
            int to = page.indexOf(TO);
            Map<String, String> rows = new LinkedHashMap<>();
            page.substring(from, to)
                    .lines()
                    .filter(line -> line.startsWith("| ") && !line.startsWith("| fault "))
                    .forEach(line -> rows.put(line.split("\\|", -1)[1].strip(), line));
            rows.put(fault, row);
            Files.writeString(
                    file,
                    page.substring(0, from) + HEAD + String.join("\n", rows.values()) + "\n\n" + page.substring(to));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
