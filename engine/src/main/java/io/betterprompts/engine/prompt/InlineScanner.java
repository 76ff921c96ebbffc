package io.betterprompts.engine.prompt;

import io.betterprompts.engine.prompt.Span.Kind;
import java.util.List;

/** Finds inline code, placeholders, URLs and quotations within one line. */
final class InlineScanner {

    private static final int LONGEST_QUOTE = 400;
    private static final String OPENING = "\"“«「『„";

    /** What may close each; a German quotation is often closed by a straight mark. */
    private static final List<String> CLOSING = List.of("\"", "”", "»", "」", "』", "“”\"");

    private final String text;
    private final List<Span> spans;
    private final Placeholder placeholders;

    /** Up to where nothing closes each kind of quotation, so that a row of opening marks is not searched again for each. */
    private final int[] unclosed = new int[OPENING.length()];

    InlineScanner(String text, List<Span> spans) {
        this.text = text;
        this.placeholders = new Placeholder(text);
        this.spans = spans;
    }

    void scan(int start, int end) {
        int at = start;
        while (at < end) {
            at = step(at, end);
        }
    }

    private int step(int at, int end) {
        int code = inlineCode(at, end);
        if (code > at) {
            return add(Kind.INLINE_CODE, at, code);
        }
        int url = url(at, end);
        if (url > at) {
            return add(Kind.URL, at, url);
        }
        int placeholder = placeholders.endingAt(at, end);
        if (placeholder > at) {
            return add(Kind.PLACEHOLDER, at, placeholder);
        }
        int quote = quote(at, end);
        if (quote > at) {
            add(Kind.QUOTE, at, quote);
        }
        return at + 1;
    }

    private int add(Kind kind, int start, int end) {
        spans.add(new Span(kind, start, end));
        return end;
    }

    private int inlineCode(int at, int end) {
        if (text.charAt(at) != '`') {
            return -1;
        }
        int limit = Math.min(end, at + LONGEST_QUOTE);
        for (int close = at + 1; close < limit; close++) {
            if (text.charAt(close) == '`') {
                return close > at + 1 ? close + 1 : -1;
            }
        }
        return -1;
    }

    private int url(int at, int end) {
        boolean starts = text.charAt(at) == 'h' && (text.startsWith("https://", at) || text.startsWith("http://", at));
        if (!starts) {
            return -1;
        }
        int stop = at;
        while (stop < end && !Character.isWhitespace(text.charAt(stop)) && "<>\"`”»".indexOf(text.charAt(stop)) < 0) {
            stop++;
        }
        while (".,;:!?)]}'".indexOf(text.charAt(stop - 1)) >= 0) {
            stop--;
        }
        return stop;
    }

    private int quote(int at, int end) {
        int kind = OPENING.indexOf(text.charAt(at));
        if (kind < 0 || (text.charAt(at) == '"' && insideWord(at))) {
            return -1;
        }
        int limit = Math.min(end, at + LONGEST_QUOTE);
        for (int close = Math.max(at + 1, unclosed[kind]); close < limit; close++) {
            if (CLOSING.get(kind).indexOf(text.charAt(close)) >= 0) {
                return close > at + 1 ? close + 1 : -1;
            }
        }
        unclosed[kind] = limit;
        return -1;
    }

    /** A straight quotation mark after a letter or digit closes a quotation, or means inches. */
    private boolean insideWord(int at) {
        return at > 0 && Character.isLetterOrDigit(text.charAt(at - 1));
    }
}
