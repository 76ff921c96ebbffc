package io.betterprompts.engine.prompt;

/** Tells rows of values with commas or semicolons between from prose. */
final class Csv {

    private static final int LONGEST_CELL = 60;
    private static final int FEWEST_ROWS = 2;

    private Csv() {}

    /**
     * The end of the rows that begin at a line, or -1 if there are none: at least two lines with the same number of dividers, of which
     * none stands before a space, as in a sentence. With one divider there must be a third line.
     */
    static int end(String text, int start, int firstLineEnd) {
        char divider = divider(text, start, firstLineEnd);
        int cells = cells(text, start, firstLineEnd, divider);
        if (cells < 2) {
            return -1;
        }
        int rows = 1;
        int end = firstLineEnd;
        int next = SpanScanner.next(text, firstLineEnd);
        while (next < text.length()) {
            int lineEnd = SpanScanner.lineEnd(text, next);
            if (cells(text, next, lineEnd, divider) != cells) {
                break;
            }
            rows++;
            end = lineEnd;
            next = SpanScanner.next(text, lineEnd);
        }
        return rows >= (cells == 2 ? FEWEST_ROWS + 1 : FEWEST_ROWS) ? end : -1;
    }

    private static char divider(String text, int start, int end) {
        int semicolon = text.indexOf(';', start, end);
        return semicolon >= 0 ? ';' : ',';
    }

    /** How many cells a row has, or 0 if it is a sentence. */
    private static int cells(String text, int start, int end, char divider) {
        int cells = 1;
        int cell = start;
        for (int at = start; at < end; at++) {
            boolean divides = text.charAt(at) == divider;
            boolean sentence = divides && at + 1 < end && text.charAt(at + 1) == ' ';
            if (sentence || at - cell > LONGEST_CELL) {
                return 0;
            }
            cell = divides ? at + 1 : cell;
            cells += divides ? 1 : 0;
        }
        return cells;
    }
}
