package io.betterprompts.engine.data;

/** A rule file says something the engine cannot follow; the message starts with {@code file:line:}. */
public final class InvalidRules extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * @param line counted from 1
     */
    public InvalidRules(String file, int line, String problem) {
        super(file + ":" + line + ": " + problem);
    }
}
