package io.betterprompts.engine.generate;

import java.util.List;

/**
 * One addition to a prompt, which a client may accept or reject on its own.
 *
 * @param id unique within a reply
 * @param text as it stands in the enhanced prompt
 * @param reason why, for the user
 */
public record Edit(
        String id,
        String technique,
        String rule,
        Position position,
        String text,
        String reason,
        List<String> evidence) {

    /** On which side of the original an edit stands. */
    public enum Position {
        BEFORE,
        AFTER
    }

    public Edit {
        evidence = List.copyOf(evidence);
        if (text.isBlank()) {
            throw new IllegalArgumentException("the edit of " + rule + " is blank");
        }
    }
}
