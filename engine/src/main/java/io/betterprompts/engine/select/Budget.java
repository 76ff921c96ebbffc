package io.betterprompts.engine.select;

/** The most that may be added to a prompt for one class of model. */
public record Budget(int edits, int tokens) {

    public Budget {
        if (edits < 0 || tokens < 0) {
            throw new IllegalArgumentException("a budget of " + edits + " edits and " + tokens + " tokens");
        }
    }

    /** The same with no more tokens than that. */
    public Budget atMost(int most) {
        return new Budget(edits, Math.min(tokens, most));
    }
}
