package io.betterprompts.engine;

/** A request the engine refuses. The message is safe to show and never holds the prompt. */
public final class InvalidRequest extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String field;
    private final String problem;

    InvalidRequest(String field, String problem) {
        super(problem);
        this.field = field;
        this.problem = problem;
    }

    /** The name of the request's component that is wrong, in snake case. */
    public String field() {
        return field;
    }

    /** What must change. */
    public String problem() {
        return problem;
    }
}
