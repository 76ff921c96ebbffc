package io.betterprompts.engine.generate;

import java.util.List;

/** How a missing fact is asked for in one language, with answers to choose from. */
public record Question(String text, List<String> suggestions) {

    public Question {
        suggestions = List.copyOf(suggestions);
    }
}
