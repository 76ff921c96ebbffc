package io.betterprompts.engine.prompt;

/**
 * A stretch of the prompt that is more than prose.
 *
 * @param start UTF-16 offset of the first unit
 * @param end UTF-16 offset after the last unit
 */
public record Span(Kind kind, int start, int end) {

    /** What a span is. */
    public enum Kind {
        FENCED_CODE,
        INLINE_CODE,
        PLACEHOLDER,
        URL,
        QUOTE,
        BLOCK_QUOTE,
        TABLE,
        LIST,
        /** Text to work on: what stands after the instruction that speaks of it. */
        MATERIAL
    }

    public Span {
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException("a span from " + start + " to " + end);
        }
    }

    public String in(String text) {
        return text.substring(start, end);
    }

    public boolean covers(int offset) {
        return start <= offset && offset < end;
    }
}
