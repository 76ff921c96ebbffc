package io.betterprompts.engine.tokens;

/** Counts the tokens of a text. Thread-safe and deterministic. */
public interface TokenCounter {

    int count(String text);

    /**
     * The tokens of a text with more behind it, which may be found faster than by counting all of it.
     *
     * @param tokens of the text alone
     */
    default int countLonger(String text, int tokens, String tail) {
        return count(text + tail);
    }

    /** The name of the encoding, such as {@code o200k_base}. */
    String encoding();
}
