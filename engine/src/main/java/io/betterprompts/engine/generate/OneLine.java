package io.betterprompts.engine.generate;

/** A user's own words made fit to stand within a sentence. */
final class OneLine {

    private OneLine() {}

    /** The text on one line, without control characters, and without a full stop at its end. */
    static String of(String text) {
        StringBuilder line = new StringBuilder(text.length());
        text.codePoints().forEach(c -> line.appendCodePoint(breaks(c) ? ' ' : c));
        String stripped = line.toString().strip();
        return stripped.endsWith(".") ? stripped.substring(0, stripped.length() - 1) : stripped;
    }

    private static boolean breaks(int c) {
        int type = Character.getType(c);
        return type == Character.CONTROL || type == Character.LINE_SEPARATOR || type == Character.PARAGRAPH_SEPARATOR;
    }
}
