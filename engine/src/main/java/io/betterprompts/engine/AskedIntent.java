package io.betterprompts.engine;

import io.betterprompts.engine.classify.Classification;
import io.betterprompts.engine.classify.Classification.Scored;
import io.betterprompts.engine.classify.Intent;
import io.betterprompts.engine.prompt.ParsedPrompt;
import java.util.ArrayList;
import java.util.List;

/**
 * The intent a prompt names in plain words, such as "traduce" or "почему". The encoder reads English best; in other languages it abstains,
 * or takes a request for conversation, where one word tells. Its word stands wherever it is sure of a task.
 */
final class AskedIntent {

    /**
     * How often such a word is right: for 27 of the 29 calibration prompts that have one, with the rule of succession. It does not
     * depend on the weights. docs/engine.md says how it was measured.
     */
    static final double PRECISION = 28.0 / 31;

    private AskedIntent() {}

    static Classification settled(Classification classified, ParsedPrompt prompt) {
        List<String> asked = prompt.detail("asked");
        boolean open = classified.abstained() || classified.intent() == Intent.CONVERSATION;
        return asked.isEmpty() || !open ? classified : asking(Intent.of(asked.getFirst()), classified);
    }

    /** The intent first, and the others in the proportions the classifier gave them. */
    private static Classification asking(Intent intent, Classification classified) {
        double rest = classified.ranked().stream()
                .filter(scored -> scored.intent() != intent)
                .mapToDouble(Scored::probability)
                .sum();
        List<Scored> ranked = new ArrayList<>(List.of(new Scored(intent, rest > 0 ? PRECISION : 1)));
        classified.ranked().stream()
                .filter(scored -> scored.intent() != intent && rest > 0)
                .map(scored -> new Scored(scored.intent(), (1 - PRECISION) * scored.probability() / rest))
                .forEach(ranked::add);
        return new Classification(ranked, false);
    }
}
