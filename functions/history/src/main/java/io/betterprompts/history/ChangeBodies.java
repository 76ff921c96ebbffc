package io.betterprompts.history;

import static java.util.Objects.requireNonNull;

import io.betterprompts.common.contract.Contract;
import io.betterprompts.common.contract.Operation;
import io.betterprompts.common.contract.Shape;
import io.betterprompts.common.json.Json;
import io.betterprompts.common.problem.Fault;
import io.betterprompts.common.problem.ValidationFailed;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Reads the data of a change by the schema of the operation that makes such a change alone. */
final class ChangeBodies {

    private final Map<String, Shape> shapes = new HashMap<>();

    ChangeBodies(Contract contract) {
        for (Operation operation : contract.operations()) {
            operation.body().ifPresent(body -> shapes.put(operation.id(), body.shape()));
        }
    }

    /** @throws ValidationFailed if the data is not a body of that operation */
    <T> T read(SentChange sent, String operation, Class<T> type) {
        JsonNode data = Optional.ofNullable(sent.data()).orElse(MissingNode.getInstance());
        List<Fault> faults = data.isMissingNode()
                ? List.of(Fault.at("/data", "is required"))
                : requireNonNull(shapes.get(operation)).violations(data).stream()
                        .map(violation -> Fault.at("/data" + violation.pointer(), violation.detail()))
                        .toList();
        if (!faults.isEmpty()) {
            throw new ValidationFailed(faults);
        }
        return Json.mapper().treeToValue(data, type);
    }
}
