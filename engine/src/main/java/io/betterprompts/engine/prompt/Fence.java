package io.betterprompts.engine.prompt;

/** Code fences as CommonMark has them: three or more back ticks or tildes, closed by at least as many of the same. */
final class Fence {

    private Fence() {}

    /** The length of the fence that opens on this line, or 0. */
    static int at(String text, int start, int end) {
        int from = indent(text, start, end);
        if (from >= end) {
            return 0;
        }
        char mark = text.charAt(from);
        int length = run(text, from, end);
        boolean fence = (mark == '`' || mark == '~') && length >= 3;
        return fence && text.substring(from + length, end).indexOf('`') < 0 ? length : 0;
    }

    /** Whether this line closes the fence of that length which opens on the line at {@code opening}. */
    static boolean closes(String text, int start, int end, int opening, int length) {
        int from = indent(text, start, end);
        int mark = indent(text, opening, text.length());
        return from < end
                && text.charAt(from) == text.charAt(mark)
                && run(text, from, end) >= length
                && text.substring(from, end).strip().length() == run(text, from, end);
    }

    private static int indent(String text, int start, int end) {
        int at = start;
        while (at < end && at < start + 3 && text.charAt(at) == ' ') {
            at++;
        }
        return at;
    }

    private static int run(String text, int from, int end) {
        int at = from;
        while (at < end && text.charAt(at) == text.charAt(from)) {
            at++;
        }
        return at - from;
    }
}
