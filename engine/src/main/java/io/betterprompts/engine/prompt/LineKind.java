package io.betterprompts.engine.prompt;

import io.betterprompts.engine.prompt.Span.Kind;

/** Tells list, table and quotation lines from prose. */
final class LineKind {

    private static final String BULLETS = "-*+•◦–";

    private LineKind() {}

    /** {@link Kind#LIST}, {@link Kind#TABLE}, {@link Kind#BLOCK_QUOTE}, or {@link Kind#MATERIAL} for anything else. */
    static Kind of(String text, int start, int end) {
        int from = start;
        while (from < end && (text.charAt(from) == ' ' || text.charAt(from) == '\t')) {
            from++;
        }
        if (from == end) {
            return Kind.MATERIAL;
        }
        if (text.charAt(from) == '>') {
            return Kind.BLOCK_QUOTE;
        }
        if (isTable(text, from, end)) {
            return Kind.TABLE;
        }
        return isItem(text, from, end) ? Kind.LIST : Kind.MATERIAL;
    }

    private static boolean isTable(String text, int from, int end) {
        int bars = 0;
        int tabs = 0;
        for (int at = from; at < end; at++) {
            bars += text.charAt(at) == '|' ? 1 : 0;
            tabs += text.charAt(at) == '\t' ? 1 : 0;
        }
        boolean barred = bars >= 3 || (bars == 2 && text.charAt(from) == '|');
        return barred || tabs >= 2;
    }

    private static boolean isItem(String text, int from, int end) {
        if (BULLETS.indexOf(text.charAt(from)) >= 0) {
            return from + 1 < end && text.charAt(from + 1) == ' ';
        }
        int at = from;
        while (at < end && at < from + 3 && Character.isDigit(text.charAt(at))) {
            at++;
        }
        boolean numbered = at > from && at + 1 < end && ".)".indexOf(text.charAt(at)) >= 0;
        return numbered && text.charAt(at + 1) == ' ';
    }
}
