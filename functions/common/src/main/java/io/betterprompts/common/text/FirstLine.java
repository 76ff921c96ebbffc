package io.betterprompts.common.text;

/** A short name for a text that has none: its first line. */
public final class FirstLine {

    static final int MAX_CODE_POINTS = 80;

    private FirstLine() {}

    /** The first line with something on it, cut after a word; after a character if one word fills it all. */
    public static String of(String prompt) {
        return prompt.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .findFirst()
                .map(FirstLine::cut)
                .orElse("…");
    }

    private static String cut(String line) {
        if (line.codePointCount(0, line.length()) <= MAX_CODE_POINTS) {
            return line;
        }
        int end = line.offsetByCodePoints(0, MAX_CODE_POINTS);
        int word = end;
        while (word > 0 && !Character.isWhitespace(line.charAt(word))) {
            word--;
        }
        return line.substring(0, word > 0 ? word : end).stripTrailing();
    }
}
