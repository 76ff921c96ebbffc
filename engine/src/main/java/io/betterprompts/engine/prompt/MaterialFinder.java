package io.betterprompts.engine.prompt;

import io.betterprompts.engine.prompt.Span.Kind;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the text a prompt asks to work on: between lines that delimit it, or pasted behind or before the instruction. Without
 * delimiters only an instruction that speaks of working on a text (summarize, translate, correct …) or points at one has material; a
 * specification after a colon has none.
 */
final class MaterialFinder {

    private static final int LONGEST_INSTRUCTION = 500;
    private static final int LONGEST_POINTER = 160;
    private static final int LONGEST_TAG = 40;
    private static final int SHORTEST_PARAGRAPHS = 160;

    private static final Set<String> DELIMITERS =
            Set.of("---", "----", "-----", "===", "=====", "***", "###", "\"\"\"", "'''");

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
        return delimited().or(this::afterColon).or(this::afterParagraph).or(this::beforeLastParagraph);
    }

    /** From a line that opens ({@code ---}, {@code """}, {@code <report>}) to the one that closes it, behind an instruction. */
    private Optional<Span> delimited() {
        int at = lineEnd(0) + 1;
        while (at < text.length() && at <= LONGEST_INSTRUCTION) {
            int end = lineEnd(at);
            String closing =
                    closing(text.substring(at, Math.min(end, at + LONGEST_TAG)).strip());
            if (!closing.isEmpty()) {
                int close = text.indexOf("\n" + closing, end);
                return close < 0 ? Optional.empty() : material(at, close + 1 + closing.length());
            }
            at = end + 1;
        }
        return Optional.empty();
    }

    /** What closes a delimiter; nothing if the line is none. */
    private static String closing(String line) {
        if (DELIMITERS.contains(line)) {
            return line;
        }
        boolean tag = line.length() > 2 && line.startsWith("<") && line.endsWith(">") && line.indexOf('<', 1) < 0;
        return tag && Character.isLetter(line.charAt(1)) ? "</" + line.substring(1) : "";
    }

    /** Behind the first colon of the first paragraph that ends an instruction. */
    private Optional<Span> afterColon() {
        int limit = Math.min(paragraphEnd(0), LONGEST_INSTRUCTION);
        for (int at = 0; at < limit; at++) {
            boolean colon = prose.charAt(at) == '：' || (prose.charAt(at) == ':' && followedBySpace(at));
            if (colon && (worksOnText(0, at) || pointsAhead(at))) {
                return material(at + 1, prose.length());
            }
        }
        return Optional.empty();
    }

    /** A first paragraph that works on a text and points at one has all that follows for it; otherwise it must be long. */
    private Optional<Span> afterParagraph() {
        int end = paragraphEnd(0);
        int pasted = prose.substring(end).strip().length();
        if (end > LONGEST_INSTRUCTION || pasted == 0) {
            return Optional.empty();
        }
        boolean works = worksOnText(0, end);
        boolean points = pointsAtText(0, end);
        boolean material = pasted >= SHORTEST_PARAGRAPHS ? works || points : works && points;
        return material ? material(end, prose.length()) : Optional.empty();
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
        boolean near = colon <= LONGEST_POINTER || lineEnd(colon) == colon + 1;
        return near && LineKind.of(text, rest, end) != Kind.LIST && pointsAtText(0, colon);
    }

    private boolean pointsAtText(int start, int end) {
        return lexicon.groupsIn(prose.substring(start, end)).contains("points_at_text");
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
