package io.betterprompts.benchmarks;

import io.betterprompts.engine.classify.PromptTokenizer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The tokenizer that the classifier has. */
final class Tokenizers {

    /** As {@code intent-classifier.json} says. */
    private static final int MOST_TOKENS = 64;

    private Tokenizers() {}

    static PromptTokenizer ofTheClassifier() {
        try (InputStream json = Tokenizers.class.getResourceAsStream("/io/betterprompts/model/tokenizer.json")) {
            if (json == null) {
                throw new IllegalStateException("the model is not on the class path");
            }
            return new PromptTokenizer(json, MOST_TOKENS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
