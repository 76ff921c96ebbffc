package io.betterprompts.engine.generate;

import java.util.Set;

/**
 * The edits a text carries already, and the prompt without them.
 *
 * @param start UTF-16 offset at which the prompt itself begins
 * @param end UTF-16 offset after its last character
 * @param rules the rules whose edits stand around it
 * @param lines the first line of each of these edits
 */
public record OwnEdits(int start, int end, Set<String> rules, Set<String> lines) {

    public OwnEdits {
        rules = Set.copyOf(rules);
        lines = Set.copyOf(lines);
    }

    /** The prompt without edits and without white space around it. */
    public String prompt(String text) {
        return text.substring(start, end);
    }
}
