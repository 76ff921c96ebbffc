package io.betterprompts.engine.generate;

import io.betterprompts.engine.generate.Edit.Position;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The original with edits around it.
 *
 * @param offset where the original begins in {@link #text()}
 */
public record Candidate(String original, List<Edit> edits, String text, int offset) {

    public Candidate {
        edits = List.copyOf(edits);
    }

    /** Puts edits around a text it does not change, a blank line between, in the line breaks of the text. */
    public static Candidate of(String original, List<Edit> edits, String lineBreak) {
        String before = lines(edits, Position.BEFORE, lineBreak);
        String after = lines(edits, Position.AFTER, lineBreak);
        String head = before.isEmpty() ? "" : before + lineBreak + lineBreak;
        String tail = after.isEmpty() ? "" : lineBreak + lineBreak + after;
        return new Candidate(original, edits, head + original + tail, head.length());
    }

    /** What stands before the original. */
    public String head() {
        return text.substring(0, offset);
    }

    /** What stands after the original. */
    public String tail() {
        return text.substring(offset + original.length());
    }

    private static String lines(List<Edit> edits, Position position, String lineBreak) {
        return edits.stream()
                .filter(edit -> edit.position() == position)
                .map(edit -> edit.text().replace("\n", lineBreak))
                .collect(Collectors.joining(lineBreak));
    }
}
