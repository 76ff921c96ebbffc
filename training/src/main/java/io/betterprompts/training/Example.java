package io.betterprompts.training;

import io.betterprompts.engine.classify.Intent;
import io.betterprompts.engine.classify.PromptTokenizer;
import java.util.Arrays;
import java.util.List;

/**
 * A tokenised row.
 *
 * @param ids of its tokens, the special ones included
 */
record Example(LabelledPrompt prompt, List<Long> ids) {

    private static final List<Intent> INTENTS = List.of(Intent.values());

    Example {
        ids = List.copyOf(ids);
    }

    static List<Example> of(List<LabelledPrompt> prompts, PromptTokenizer tokenizer) {
        return prompts.stream()
                .map(prompt -> new Example(prompt, ids(tokenizer.encode(prompt.text()))))
                .toList();
    }

    private static List<Long> ids(long[] ids) {
        return Arrays.stream(ids).boxed().toList();
    }

    /** Its place among the outputs. */
    int label() {
        return INTENTS.indexOf(prompt.intent());
    }

    int length() {
        return ids.size();
    }
}
