package io.betterprompts.common.http;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.betterprompts.common.contract.Operation;
import io.betterprompts.common.json.Json;
import io.betterprompts.common.snapshot.Rehearsal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Sends a function what changes nothing: each GET of the contract that asks who calls, and what else is known to be safe. The
 * caller is nobody, whose data there is none of. Bodies of the other operations are checked against their shapes, and not
 * handled.
 */
final class RehearsedRequests implements Rehearsal {

    static final String NOBODYS_ID = "00000000-0000-7000-8000-000000000000";

    private final Function<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> forNobody;
    private final List<Operation> operations;
    private final List<SafeRequest> more;

    RehearsedRequests(
            Function<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> forNobody,
            List<Operation> operations,
            List<SafeRequest> more) {
        this.forNobody = forNobody;
        this.operations =
                operations.stream().filter(o -> o.id().equals(o.handledAs())).toList();
        this.more = List.copyOf(more);
    }

    @Override
    public void run() {
        operations.stream().filter(o -> o.method().equals("GET") && o.secured()).forEach(this::get);
        more.forEach(request -> send(event(request.method(), request.path(), Map.of(), request.body())));
        operations.forEach(o ->
                o.body().ifPresent(body -> body.shape().violations(Json.mapper().createObjectNode())));
    }

    private void get(Operation operation) {
        Map<String, String> parameters = new HashMap<>();
        operation.parameters().stream()
                .filter(parameter -> parameter.in().equals("path"))
                .forEach(parameter -> parameters.put(parameter.name(), parameter.numeric() ? "1" : NOBODYS_ID));
        send(event("GET", operation.path(), parameters, null));
    }

    private void send(APIGatewayV2HTTPEvent event) {
        int status = forNobody.apply(event).getStatusCode();
        if (status >= 500) {
            throw new IllegalStateException(event.getRouteKey() + " answered " + status);
        }
    }

    private static APIGatewayV2HTTPEvent event(
            String method, String path, Map<String, String> pathParameters, @Nullable String body) {
        return APIGatewayV2HTTPEvent.builder()
                .withRouteKey(method + " " + path)
                .withRawPath(path)
                .withHeaders(Map.of("authorization", "Bearer nobody", "content-type", "application/json"))
                .withPathParameters(pathParameters)
                .withBody(body)
                .withRequestContext(APIGatewayV2HTTPEvent.RequestContext.builder()
                        .withRequestId("rehearsal")
                        .withHttp(APIGatewayV2HTTPEvent.RequestContext.Http.builder()
                                .withMethod(method)
                                .withPath(path)
                                .withSourceIp("192.0.2.0") // of a network that is for examples
                                .build())
                        .build())
                .build();
    }
}
