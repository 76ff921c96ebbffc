package io.betterprompts.common.http;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.betterprompts.common.json.Json;
import io.betterprompts.common.problem.ProblemException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** What an answer needs to know of its request, and how it is written. */
final class Exchange {

    private final String requestId;
    private final String method;
    private final String path;
    private String sourceIp;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private final Map<String, String> onEachAnswer = new LinkedHashMap<>();

    private Exchange(APIGatewayV2HTTPEvent event) {
        APIGatewayV2HTTPEvent.RequestContext context = event.getRequestContext();
        requestId = context.getRequestId();
        method = context.getHttp().getMethod();
        path = event.getRawPath();
        sourceIp = Objects.requireNonNullElse(context.getHttp().getSourceIp(), "");
    }

    static Exchange of(APIGatewayV2HTTPEvent event) {
        Exchange exchange = new Exchange(event);
        if (event.getHeaders() != null) {
            event.getHeaders().forEach((name, value) -> exchange.headers.put(name.toLowerCase(Locale.ROOT), value));
        }
        StandingHeaders.of(exchange.headers).forEach(exchange::answerWith);
        exchange.answerWith("x-request-id", exchange.requestId);
        return exchange;
    }

    String requestId() {
        return requestId;
    }

    String method() {
        return method;
    }

    String path() {
        return path;
    }

    String sourceIp() {
        return sourceIp;
    }

    /** The gateway sees whatever is before it; this is whoever sent the request. */
    void sentFrom(String address) {
        sourceIp = address;
    }

    Map<String, String> headers() {
        return headers;
    }

    /** Puts a header on the answer, whatever it will be, unless it brings its own. */
    void answerWith(String header, String value) {
        onEachAnswer.put(header, value);
    }

    APIGatewayV2HTTPResponse render(Response response) {
        Response.Raw body = response.raw().orElse(new Response.Raw("", ""));
        return response(response.status(), response.headers(), body.mediaType(), body.text());
    }

    APIGatewayV2HTTPResponse render(ProblemException problem) {
        String text = Json.mapper().writeValueAsString(problem.problem(path, requestId));
        return response(problem.status(), problem.headers(), "application/problem+json", text);
    }

    private APIGatewayV2HTTPResponse response(int status, Map<String, String> more, String mediaType, String body) {
        Map<String, String> all = new LinkedHashMap<>(onEachAnswer);
        all.putAll(more);
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
