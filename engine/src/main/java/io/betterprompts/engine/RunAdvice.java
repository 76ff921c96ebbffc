package io.betterprompts.engine;

import java.util.List;

/** What to do when running the prompt, where a technique is a way of running and not a text. */
public record RunAdvice(String technique, String rule, String text, List<String> evidence) {

    public RunAdvice {
        evidence = List.copyOf(evidence);
    }
}
