package io.betterprompts.common.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * One fault of a request.
 *
 * @param detail what must change
 * @param pointer where in the body, as a JSON pointer in URI fragment form ({@code #/text})
 * @param parameter the path or query parameter at fault
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Fault(
        String detail, @Nullable String pointer, @Nullable String parameter) {

    /** A fault in the body. */
    public static Fault at(String pointer, String detail) {
        return new Fault(detail, "#" + pointer, null);
    }

    /** A fault in a path or query parameter. */
    public static Fault of(String parameter, String detail) {
        return new Fault(detail, null, parameter);
    }

    /** The same in a body that has the faulty one at a pointer. */
    public Fault below(String outer) {
        return new Fault(detail, pointer == null ? null : "#" + outer + pointer.substring(1), parameter);
    }
}
