package io.betterprompts.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The page about the classifier: prose that people write, and below a mark the figures as they were measured last. */
record ClassifierPage(Path file) {

    static final String MARK = "<!-- Written by make evaluate; everything below is replaced. -->";
    static final String PICTURE = "classifier-confusion.svg";

    /**
     * Replaces the figures.
     *
     * @throws IllegalArgumentException if the page has no mark
     */
    void write(String figures, String picture) throws IOException {
        String page = Files.readString(file);
        int mark = page.indexOf(MARK);
        if (mark < 0) {
            throw new IllegalArgumentException(file + " has no line " + MARK);
        }
        Files.writeString(file, page.substring(0, mark) + MARK + "\n\n" + figures);
        Files.writeString(file.resolveSibling(PICTURE), picture);
    }
}
