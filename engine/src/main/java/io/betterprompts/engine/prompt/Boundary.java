package io.betterprompts.engine.prompt;

import io.betterprompts.engine.prompt.Span.Kind;
import java.util.List;

/** The end of the instruction, quoted to say where the material begins. */
final class Boundary {

    private static final int LONGEST = 60;

    private Boundary() {}

    /** The last words before the first material, at most 60 characters of one line; empty if nothing stands before it. */
    static List<String> of(String text, List<Span> spans) {
        return spans.stream()
                .filter(span -> span.kind() == Kind.MATERIAL && span.start() > 0)
                .map(span -> lastWords(text.substring(0, span.start())))
                .filter(words -> !words.isEmpty())
                .limit(1)
                .toList();
    }

    private static String lastWords(String instruction) {
        String line = instruction.strip();
        line = line.substring(Math.max(line.lastIndexOf('\n'), line.lastIndexOf('\r')) + 1)
                .strip();
        if (line.length() <= LONGEST) {
            return line;
        }
        int from = line.indexOf(' ', line.length() - LONGEST);
        int start = from >= 0 ? from + 1 : line.length() - LONGEST;
        return line.substring(Character.isLowSurrogate(line.charAt(start)) ? start + 1 : start);
    }
}
