package io.betterprompts.enhance;

import io.betterprompts.common.snapshot.Rehearsal;
import io.betterprompts.engine.EnhancementRequest;
import io.betterprompts.engine.PromptEnhancer;
import java.util.List;

/** Enhances prompts of different lengths: libtorch prepares itself for each length anew. */
final class RehearsedEngine implements Rehearsal {

    private static final String WORDS = "Explain how a binary search works and where it goes wrong, with an example. ";

    /** Of a few tokens, some dozens, and more than the model reads. */
    static final List<String> PROMPTS = List.of(
            "fix my code",
            WORDS.repeat(2),
            WORDS.repeat(8),
            "Schreibe eine höfliche E-Mail an meinen Vermieter, die Heizung ist seit drei Tagen kaputt.",
            WORDS.repeat(40));

    private final PromptEnhancer enhancer;

    RehearsedEngine(PromptEnhancer enhancer) {
        this.enhancer = enhancer;
    }

    @Override
    public void run() {
        PROMPTS.forEach(prompt -> enhancer.enhance(EnhancementRequest.of(prompt)));
    }
}
