package io.betterprompts.engine;

import java.util.List;

/** A fact the prompt lacks: a question for the user instead of a guess. The slot is the key of its answer. */
public record MissingFact(String slot, String question, List<String> suggestions) {

    public MissingFact {
        suggestions = List.copyOf(suggestions);
    }
}
