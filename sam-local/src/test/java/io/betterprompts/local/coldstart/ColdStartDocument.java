package io.betterprompts.local.coldstart;

import io.betterprompts.local.coldstart.ColdStart.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** The page on performance. What is between the marks of a part is written anew; the rest stays as it is. */
record ColdStartDocument(Path file) {

    private static final String END = "<!-- to here -->";

    /**
     * Puts figures between the marks, and on what machine they were measured.
     *
     * @throws IllegalStateException if the page has no such marks
     */
    void write(Part part, String figures) throws IOException {
        String page = Files.readString(file);
        String start = "<!-- make cold-start PART=" + part + " writes from here -->\n";
        int from = page.indexOf(start);
        int to = page.indexOf(END, from);
        if (from < 0 || to < 0) {
            throw new IllegalStateException(file + " has no place for " + part);
        }
        Files.writeString(
                file,
                page.substring(0, from) + start + "\n" + machine() + "\n\n" + figures.strip() + "\n\n"
                        + page.substring(to));
    }

    private static String machine() throws IOException {
        return "%s, %d cores (%s); JDK %s."
                .formatted(
                        LocalDate.now(ZoneOffset.UTC),
                        Runtime.getRuntime().availableProcessors(),
                        processor(),
                        Runtime.version());
    }

    private static String processor() throws IOException {
        return Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                .filter(line -> line.startsWith("model name"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse(System.getProperty("os.arch"));
    }
}
