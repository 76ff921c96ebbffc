package io.betterprompts.common.contract;

import java.util.List;
import java.util.Optional;

/**
 * One operation of the contract.
 *
 * @param id the {@code operationId}
 * @param handledAs the id of the operation this one is another path of; its own id if it is no alias
 * @param function the function that answers it ({@code x-function})
 * @param scope what a caller must be allowed to do ({@code x-scope}); empty if anyone may call
 * @param anonymous whether, asking for a scope, it also takes those who do not say who they are
 * @param limit the rate limit that is charged instead of the contract's own ({@code x-rate-limit}); {@link #UNLIMITED}
 *     for none at all
 * @param idempotent whether it takes an {@code Idempotency-Key}
 * @param parameters the path and query parameters, each with a compiled schema
 * @param body the JSON body it takes, if any
 */
public record Operation(
        String id,
        String handledAs,
        String method,
        String path,
        String function,
        Optional<String> scope,
        boolean anonymous,
        Optional<String> limit,
        boolean idempotent,
        List<Parameter> parameters,
        Optional<Body> body) {

    /** What {@code x-rate-limit} says of an operation that may be called without end. */
    public static final String UNLIMITED = "none";

    public Operation {
        parameters = List.copyOf(parameters);
    }

    /** Whether a caller must prove who they are. */
    public boolean secured() {
        return scope.isPresent();
    }

    /** The name API Gateway gives the route, such as {@code GET /api/v1/history/{id}}. */
    public String routeKey() {
        return method + " " + path;
    }

    /**
     * A path or query parameter.
     *
     * @param in {@code path} or {@code query}
     * @param numeric whether its text is to be read as a number before it is checked
     */
    public record Parameter(String name, String in, boolean required, boolean numeric, Shape shape) {}

    /** A JSON body. */
    public record Body(boolean required, Shape shape) {}
}
