package io.betterprompts.common.page;

import io.betterprompts.common.http.Request;
import io.betterprompts.common.problem.Fault;
import io.betterprompts.common.problem.ValidationFailed;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Function;

/**
 * Which part of a list is asked for.
 *
 * @param limit items at most
 * @param after the key of the last item the client has; empty for the first part
 */
public record PageRequest<K>(int limit, Optional<K> after) {

    private static final int DEFAULT_LIMIT = 20;

    /**
     * Reads {@code limit} and {@code cursor}.
     *
     * @param key reads a key from its text; an {@link IllegalArgumentException} of it means that the cursor is none of ours
     * @throws ValidationFailed if the cursor is none of ours
     */
    public static <K> PageRequest<K> of(Request request, Function<String, K> key) {
        return new PageRequest<>(
                request.integer("limit").orElse(DEFAULT_LIMIT),
                request.parameter("cursor").map(cursor -> read(cursor, key)));
    }

    /** One row more than the client gets tells whether there are more. */
    public int rows() {
        return limit + 1;
    }

    private static <K> K read(String cursor, Function<String, K> key) {
        try {
            return key.apply(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII));
        } catch (IllegalArgumentException e) {
            throw new ValidationFailed(Fault.of(
                    "cursor", "is not a next_cursor of this list; send it as it came, or none for the first part"));
        }
    }
}
