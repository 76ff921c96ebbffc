package io.betterprompts.common.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An error as RFC 9457 writes it.
 *
 * @param errors the single faults of a request that did not validate; left out where there are none
 * @param current what the resource is, where the client believed something else; left out elsewhere
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        URI type,
        String title,
        int status,
        @Nullable String detail,
        String instance,
        String requestId,
        List<Fault> errors,
        @Nullable Object current) {

    public Problem {
        errors = List.copyOf(errors);
    }
}
