package io.betterprompts.engine.select;

import io.betterprompts.engine.classify.Intent;
import io.betterprompts.engine.prompt.Complexity;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * When one edit of a technique is due. All gates must be open.
 *
 * @param priority the higher one is chosen first when techniques conflict or the budget is short
 * @param intents the intents it is for; empty means any, also one the classifier is unsure of
 * @param probability what the intent must at least have
 * @param when signals that must all hold; {@code a|b} holds when one of them does
 * @param unless signals of which none may hold
 * @param optIn whether it is chosen only when the user prefers its technique
 * @param before whether its text stands before the prompt
 * @param repeats whether a prompt may carry several of its edits, of different wording
 * @param advice for a technique that is a way to run a prompt: what to do, in place of a text
 * @param reason why the edit is made, for the user
 */
public record Rule(
        String id,
        String technique,
        int priority,
        Set<Intent> intents,
        double probability,
        Set<ModelClass> models,
        Set<Complexity> complexities,
        List<String> when,
        List<String> unless,
        boolean optIn,
        boolean before,
        boolean repeats,
        Optional<String> advice,
        String reason,
        List<String> evidence) {

    public Rule {
        intents = Set.copyOf(intents);
        models = Set.copyOf(models);
        complexities = Set.copyOf(complexities);
        when = List.copyOf(when);
        unless = List.copyOf(unless);
        evidence = List.copyOf(evidence);
    }
}
