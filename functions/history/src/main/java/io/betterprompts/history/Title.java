package io.betterprompts.history;

/** What a prompt is called until somebody names it. */
final class Title {

    static final int MAX_CODE_POINTS = 80;

    private Title() {}

    /** The first line with something on it, cut after a word; after a character if one word fills it all. */
    static String of(String prompt) {
        return prompt.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .findFirst()
                .map(Title::cut)
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
