package io.betterprompts.common.http;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.betterprompts.common.json.Json;
import io.betterprompts.common.problem.ProblemException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What an answer needs to know of its request, and how it is written. */
record Exchange(String requestId, String method, String path, String sourceIp, Map<String, String> headers) {

    static Exchange of(APIGatewayV2HTTPEvent event) {
        APIGatewayV2HTTPEvent.RequestContext context = event.getRequestContext();
        Map<String, String> headers = new LinkedHashMap<>();
        if (event.getHeaders() != null) {
            event.getHeaders().forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
        }
        return new Exchange(
                context.getRequestId(),
                context.getHttp().getMethod(),
                event.getRawPath(),
                context.getHttp().getSourceIp(),
                headers);
    }

    APIGatewayV2HTTPResponse render(Response response) {
        Object body = response.body().orElse(null);
        if (body instanceof Response.Raw raw) {
            return response(response.status(), response.headers(), raw.mediaType(), raw.text());
        }
        String text = body == null ? "" : Json.mapper().writeValueAsString(body);
        return response(response.status(), response.headers(), "application/json", text);
    }

    APIGatewayV2HTTPResponse render(ProblemException problem) {
        String text = Json.mapper().writeValueAsString(problem.problem(path, requestId));
        return response(problem.status(), problem.headers(), "application/problem+json", text);
    }

    private APIGatewayV2HTTPResponse response(int status, Map<String, String> more, String mediaType, String body) {
        Map<String, String> all = new LinkedHashMap<>(more);
        all.put("x-request-id", requestId);
        all.putIfAbsent("cache-control", "no-store");
        if (!body.isEmpty()) {
            all.put("content-type", mediaType);
        }
        return APIGatewayV2HTTPResponse.builder()
                .withStatusCode(status)
                .withHeaders(all)
                .withBody(body)
                .withIsBase64Encoded(false)
                .build();
    }
}
