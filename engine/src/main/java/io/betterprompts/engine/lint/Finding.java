package io.betterprompts.engine.lint;

/** Something in a prompt that is likely to go wrong. The message never quotes the prompt. */
public record Finding(String rule, Severity severity, Range span, String message) {

    /** How much it matters. */
    public enum Severity {
        /** Could be better. */
        INFO,
        /** Likely to spoil the answer. */
        WARNING,
        /** Almost certainly a mistake, or a danger. */
        ERROR
    }

    /** UTF-16 offsets, the end exclusive. */
    public record Range(int start, int end) {

        public Range {
            if (start < 0 || end < start) {
                throw new IllegalArgumentException("a range from " + start + " to " + end);
            }
        }
    }

    /** The same finding in a text in which so many UTF-16 units stand before the prompt. */
    public Finding shifted(int units) {
        return new Finding(rule, severity, new Range(span.start() + units, span.end() + units), message);
    }
}
