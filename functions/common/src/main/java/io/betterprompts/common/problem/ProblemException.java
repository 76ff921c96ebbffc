package io.betterprompts.common.problem;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A failure the client is told about. Subclasses are named after what happened; their detail may hold ids, never a
 * payload or a secret, because it is both sent and logged.
 */
public class ProblemException extends RuntimeException {

    /** Relative, so that each type is a page of the very server that answered: RFC 9457, section 3.1.1. */
    private static final String TYPES = "/problems/";

    private final int status;
    private final String type;
    private final String title;
    private final Map<String, String> headers;
    private final List<Fault> errors;

    /**
     * @param type the last part of the stable type, a heading of {@code docs/api/problems.md}
     * @param detail what the client should do
     */
    public ProblemException(int status, String type, String title, String detail) {
        this(status, type, title, detail, Map.of(), List.of());
    }

    public ProblemException(
            int status, String type, String title, String detail, Map<String, String> headers, List<Fault> errors) {
        super(detail, null, false, false);
        this.status = status;
        this.type = type;
        this.title = title;
        this.headers = Map.copyOf(headers);
        this.errors = List.copyOf(errors);
    }

    public final int status() {
        return status;
    }

    public final String type() {
        return type;
    }

    public final Map<String, String> headers() {
        return headers;
    }

    public final Problem problem(String path, String requestId) {
        return new Problem(
                URI.create(TYPES + type),
                title,
                status,
                getMessage(),
                path,
                requestId,
                errors,
                current().orElse(null));
    }

    /** What the resource is, to be told where the client believed something else. It is the client's own and not logged. */
    protected Optional<Object> current() {
        return Optional.empty();
    }
}
