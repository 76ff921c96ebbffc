package io.betterprompts.enhance;

import io.betterprompts.common.contract.Shape;
import io.betterprompts.common.http.Handler;
import io.betterprompts.common.http.Precondition;
import io.betterprompts.common.http.Problems;
import io.betterprompts.common.http.Request;
import io.betterprompts.common.http.Response;
import io.betterprompts.common.identity.UserId;
import io.betterprompts.common.json.Json;
import io.betterprompts.common.problem.Fault;
import io.betterprompts.common.problem.ProblemException;
import io.betterprompts.common.problem.ValidationFailed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** {@code POST /enhance/batch}: one enhancement after the other; one that fails takes none of the others with it. */
final class BatchHandler implements Handler {

    private static final String PATH = "/api/v1/enhance/batch";
    private static final Precondition NO_PRECONDITION = new Precondition(Optional.empty());

    private final Shape shape;
    private final Engines engines;
    private final EnhancePrompt enhance;

    /**
     * @param shape of one item
     */
    BatchHandler(Shape shape, Engines engines, EnhancePrompt enhance) {
        this.shape = shape;
        this.engines = engines;
        this.enhance = enhance;
    }

    @Override
    public Response handle(Request request) {
        UserId user = request.caller().user();
        PersonalEngine engine = engines.of(Optional.of(user));
        List<BatchItem> items = new ArrayList<>();
        for (JsonNode item : request.body().path("items")) {
            items.add(item(user, engine, item, request.requestId()));
        }
        return Response.ok(BatchReply.of(items));
    }

    private BatchItem item(UserId user, PersonalEngine engine, JsonNode item, String requestId) {
        try {
            refuseMisshapen(item);
            EnhanceBody body = Json.mapper().treeToValue(item, EnhanceBody.class);
            return BatchItem.of(enhance.by(Optional.of(user), engine, body, NO_PRECONDITION));
        } catch (ProblemException e) {
            return BatchItem.of(e.problem(PATH, requestId));
        } catch (RuntimeException | StackOverflowError e) {
            return BatchItem.of(Problems.of(e, requestId).problem(PATH, requestId));
        }
    }

    private void refuseMisshapen(JsonNode item) {
        List<Fault> faults = shape.violations(item).stream()
                .map(violation -> Fault.at(violation.pointer(), violation.detail()))
                .toList();
        if (!faults.isEmpty()) {
            throw new ValidationFailed(faults);
        }
    }
}
