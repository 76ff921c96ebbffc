package io.betterprompts.engine.prompt;

import io.betterprompts.engine.prompt.Span.Kind;
import java.util.Optional;

/**
 * Finds the text a prompt asks to work on, where it is pasted behind or before the instruction without delimiters. Only an
 * instruction that speaks of working on a text (summarize, translate, correct …) has material; a specification after a colon has none.
 */
final class MaterialFinder {

    private static final int LONGEST_INSTRUCTION = 500;
    private static final int LONGEST_POINTER = 80;
    private static final int SHORTEST_PARAGRAPHS = 160;

    private final String text;
    private final String prose;
    private final Lexicon lexicon;

    /**
     * @param prose the text with its protected spans blanked, so that offsets stay
     */
    MaterialFinder(String text, String prose, Lexicon lexicon) {
        this.text = text;
        this.prose = prose;
        this.lexicon = lexicon;
    }

    Optional<Span> find() {
        return afterColon().or(this::afterParagraph).or(this::beforeLastParagraph);
    }

    private Optional<Span> afterColon() {
        int limit = Math.min(prose.length(), LONGEST_INSTRUCTION);
        for (int at = 0; at < limit; at++) {
            boolean colon = prose.charAt(at) == '：' || (prose.charAt(at) == ':' && followedBySpace(at));
            if (colon && (worksOnText(0, at) || pointsAhead(at))) {
                return material(at + 1, prose.length());
            }
        }
        return Optional.empty();
    }

    private Optional<Span> afterParagraph() {
        int end = paragraphEnd(0);
        boolean pasted =
                end <= LONGEST_INSTRUCTION && prose.substring(end).strip().length() >= SHORTEST_PARAGRAPHS;
        return pasted && worksOnText(0, end) ? material(end, prose.length()) : Optional.empty();
    }

    private Optional<Span> beforeLastParagraph() {
        int start = lastParagraph();
        boolean pasted = prose.length() - start <= LONGEST_INSTRUCTION
                && prose.substring(0, start).strip().length() >= SHORTEST_PARAGRAPHS;
        return pasted && worksOnText(start, prose.length()) ? material(0, start) : Optional.empty();
    }

    /** A short instruction that points at what follows has material, whatever it asks; a list behind it is a specification. */
    private boolean pointsAhead(int colon) {
        int rest = colon + 1;
        while (rest < text.length() && Character.isWhitespace(text.charAt(rest))) {
            rest++;
        }
        int end = lineEnd(rest);
        return colon <= LONGEST_POINTER
                && LineKind.of(text, rest, end) != Kind.LIST
                && lexicon.groupsIn(prose.substring(0, colon)).contains("points_at_text");
    }

    private int lineEnd(int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end;
    }

    private boolean worksOnText(int start, int end) {
        return lexicon.groupsIn(prose.substring(start, end)).contains("text_work");
    }

    private Optional<Span> material(int from, int to) {
        int start = from;
        int end = to;
        while (start < end && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return end > start ? Optional.of(new Span(Kind.MATERIAL, start, end)) : Optional.empty();
    }

    private boolean followedBySpace(int at) {
        return at + 1 < prose.length() && Character.isWhitespace(prose.charAt(at + 1));
    }

    private int paragraphEnd(int from) {
        int unix = prose.indexOf("\n\n", from);
        int windows = prose.indexOf("\r\n\r\n", from);
        int first = unix < 0 ? windows : windows < 0 ? unix : Math.min(unix, windows);
        return first < 0 ? prose.length() : first;
    }

    private int lastParagraph() {
        String stripped = prose.stripTrailing();
        return Math.max(0, Math.max(stripped.lastIndexOf("\n\n"), stripped.lastIndexOf("\r\n\r\n")));
    }
}
