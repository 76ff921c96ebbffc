package io.betterprompts.enhance.mcp;

import io.betterprompts.common.contract.Shape;
import io.betterprompts.common.http.Request;
import io.betterprompts.common.problem.Fault;
import io.betterprompts.common.problem.ProblemException;
import io.betterprompts.common.problem.ValidationFailed;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Something a language model may do.
 *
 * @param definition what clients and models are told of it
 * @param scope what a caller must be allowed to do: that of the operation which does the same
 * @param arguments what it takes
 * @param deed what it does
 */
public record Tool(String name, JsonNode definition, String scope, Shape arguments, Deed deed) {

    /** What a tool does. */
    @FunctionalInterface
    public interface Deed {

        /**
         * Does it.
         *
         * @param request its body are the arguments, which satisfy the tool's schema
         * @return an object
         * @throws ProblemException if it cannot be done; the model is told why
         */
        JsonNode done(Request request);
    }

    /** @throws ProblemException if the caller may not do this, the arguments do not fit, or it cannot be done */
    JsonNode call(Request request, JsonNode given) {
        request.caller().require(scope);
        List<Fault> faults = arguments.violations(given).stream()
                .map(violation -> Fault.at(violation.pointer(), violation.detail()))
                .toList();
        if (!faults.isEmpty()) {
            throw new ValidationFailed(faults);
        }
        return deed.done(
                new Request(request.requestId(), Map.of(), Map.of(), given, request.sender(), request.sourceIp()));
    }
}
