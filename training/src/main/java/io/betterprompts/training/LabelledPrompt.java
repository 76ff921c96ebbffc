package io.betterprompts.training;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.betterprompts.engine.classify.Intent;
import org.jspecify.annotations.Nullable;

/**
 * One row of a corpus.
 *
 * @param language ISO 639-1; English where the row does not say
 * @param topic what the text is about, which should tell nothing about its intent; empty where the row does not say
 */
record LabelledPrompt(String text, Intent intent, String language, String topic) {

    static final String ENGLISH = "en";

    LabelledPrompt {
        if (text.isBlank()) {
            throw new IllegalArgumentException("a labelled prompt without text");
        }
    }

    /** A row as it is written in the file. */
    record Row(
            String text,
            String label,
            @Nullable @JsonProperty("lang") String language,
            @Nullable String topic) {

        LabelledPrompt prompt() {
            return new LabelledPrompt(
                    text, Intent.of(label), language == null ? ENGLISH : language, topic == null ? "" : topic);
        }
    }

    boolean isEnglish() {
        return language.equals(ENGLISH);
    }
}
