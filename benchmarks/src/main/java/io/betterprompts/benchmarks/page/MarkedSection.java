package io.betterprompts.benchmarks.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The part of a page that a command writes anew; all around it is written by hand and stays.
 *
 * @param command as its marks name it, such as {@code make bench}
 */
public record MarkedSection(Path page, String command) {

    private static final String END = "<!-- to here -->\n";

    /**
     * Puts a text between the marks.
     *
     * @throws IllegalStateException if the page has no such marks
     */
    public void write(String text) throws IOException {
        String old = Files.readString(page);
        String start = "<!-- " + command + " writes from here -->\n";
        int from = old.indexOf(start);
        int to = old.indexOf(END, from);
        if (from < 0 || to < 0) {
            throw new IllegalStateException(page + " has no place for " + command);
        }
        Files.writeString(page, old.substring(0, from) + start + "\n" + text.strip() + "\n\n" + old.substring(to));
    }
}
