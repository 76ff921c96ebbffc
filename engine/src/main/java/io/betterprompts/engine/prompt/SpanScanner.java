package io.betterprompts.engine.prompt;

import io.betterprompts.engine.prompt.Span.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds the protected spans in one pass over the lines and one over the rest. Linear: every look ahead is bounded. */
final class SpanScanner {

    private final String text;
    private final List<Span> spans = new ArrayList<>();
    private final InlineScanner inline;
    private int blockStart = -1;
    private Kind blockKind = Kind.LIST;
    private boolean openFence;
    private int rowsEnd;

    private SpanScanner(String text) {
        this.text = text;
        this.inline = new InlineScanner(text, spans);
    }

    /**
     * What was found.
     *
     * @param spans by start; an inline span may lie within a list or a quote, never within code
     * @param openFence whether the last code fence is never closed, so that whatever follows the prompt would be code
     */
    record Scan(List<Span> spans, boolean openFence) {}

    static Scan scan(String text) {
        SpanScanner scanner = new SpanScanner(text);
        scanner.lines();
        List<Span> spans = scanner.spans.stream()
                .sorted(Comparator.comparingInt(Span::start).thenComparing(Span::end, Comparator.reverseOrder()))
                .toList();
        return new Scan(spans, scanner.openFence);
    }

    private void lines() {
        int at = 0;
        while (at < text.length()) {
            int end = lineEnd(text, at);
            int fence = Fence.at(text, at, end);
            int rows = fence > 0 || at < rowsEnd ? -1 : Csv.end(text, at, end);
            if (rows > 0) {
                closeBlock(at);
                add(Kind.TABLE, at, rows);
                rowsEnd = rows;
            }
            at = fence > 0 ? fencedCode(at, end, fence) : plainLine(at, end);
        }
        closeBlock(text.length());
    }

    private int fencedCode(int start, int firstLineEnd, int fence) {
        closeBlock(start);
        int at = next(text, firstLineEnd);
        while (at < text.length()) {
            int end = lineEnd(text, at);
            if (Fence.closes(text, at, end, start, fence)) {
                add(Kind.FENCED_CODE, start, end);
                return next(text, end);
            }
            at = next(text, end);
        }
        openFence = true;
        add(Kind.FENCED_CODE, start, text.length());
        return text.length();
    }

    private int plainLine(int start, int end) {
        Kind kind = start < rowsEnd ? Kind.MATERIAL : LineKind.of(text, start, end);
        boolean sameBlock = blockStart >= 0 && kind == blockKind;
        if (!sameBlock) {
            closeBlock(start);
        }
        if (kind != Kind.MATERIAL && !sameBlock) {
            blockStart = start;
            blockKind = kind;
        }
        inline.scan(start, end);
        return next(text, end);
    }

    private void closeBlock(int before) {
        if (blockStart >= 0) {
            int end = before;
            while (end > blockStart && isBreak(text.charAt(end - 1))) {
                end--;
            }
            add(blockKind, blockStart, end);
        }
        blockStart = -1;
    }

    private void add(Kind kind, int start, int end) {
        if (end > start) {
            spans.add(new Span(kind, start, end));
        }
    }

    static int lineEnd(String text, int from) {
        int at = from;
        while (at < text.length() && !isBreak(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** The beginning of the line after the one that ends there. */
    static int next(String text, int lineEnd) {
        boolean crLf = lineEnd + 1 < text.length() && text.charAt(lineEnd) == '\r' && text.charAt(lineEnd + 1) == '\n';
        return Math.min(text.length(), lineEnd + (crLf ? 2 : 1));
    }

    private static boolean isBreak(char c) {
        return c == '\n' || c == '\r';
    }
}
