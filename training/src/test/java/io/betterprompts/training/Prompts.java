package io.betterprompts.training;

import io.betterprompts.engine.classify.Intent;
import java.util.ArrayList;
import java.util.List;

/** Rows for tests. */
final class Prompts {

    private Prompts() {}

    static LabelledPrompt english(Intent intent, String text) {
        return new LabelledPrompt(text, intent, LabelledPrompt.ENGLISH, "");
    }

    static LabelledPrompt about(String topic, String text) {
        return new LabelledPrompt(text, Intent.REASONING, LabelledPrompt.ENGLISH, topic);
    }

    static Example example(Intent intent, int tokens) {
        List<Long> ids = new ArrayList<>();
        for (long i = 0; i < tokens; i++) {
            ids.add(1000 + i);
        }
        return new Example(english(intent, "a row of " + tokens + " tokens"), ids);
    }
}
