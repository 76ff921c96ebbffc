package io.betterprompts.engine.data;

/** A rule file says something the engine cannot follow; the message starts with {@code file:line:}. */
public final class InvalidRules extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int line;
    private final String problem;

    /**
     * @param line counted from 1
     */
    public InvalidRules(String file, int line, String problem) {
        super(file + ":" + line + ": " + problem);
        this.line = line;
        this.problem = problem;
    }

    /** Where it says so, counted from 1. */
    public int line() {
        return line;
    }

    /** What is wrong there. */
    public String problem() {
        return problem;
    }
}
