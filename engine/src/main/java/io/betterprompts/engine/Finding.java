package io.betterprompts.engine;

/** Something in the prompt that is likely to go wrong. */
public record Finding(String rule, Severity severity, Range span, String message) {

    /** How much it matters. */
    public enum Severity {
        INFO,
        WARNING,
        ERROR
    }

    /** UTF-16 offsets into the original text, the end exclusive. */
    public record Range(int start, int end) {}
}
