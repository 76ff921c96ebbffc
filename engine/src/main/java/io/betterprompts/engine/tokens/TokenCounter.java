package io.betterprompts.engine.tokens;

/** Counts the tokens of a text. Thread-safe and deterministic. */
public interface TokenCounter {

    int count(String text);

    /** The name of the encoding, such as {@code o200k_base}. */
    String encoding();
}
