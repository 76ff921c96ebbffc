package io.betterprompts.common.testkit;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.betterprompts.common.contract.Contract;
import io.betterprompts.common.contract.DescribedAnswers;
import io.betterprompts.common.identity.AccessTokenInvalid;
import io.betterprompts.common.identity.Authenticator;
import io.betterprompts.common.identity.Caller;
import io.betterprompts.common.identity.SessionId;
import io.betterprompts.common.identity.UserId;
import io.betterprompts.common.json.Json;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Sends requests to a function as API Gateway would, and reads what comes back. */
public final class Calls {

    private final Contract contract;
    private final Function<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> function;
    private final @Nullable String token;
    private final String sourceIp;
    private final boolean described;

    public Calls(Function<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> function) {
        this(Contract.load(), function, null, "192.0.2.1", true);
    }

    /** By the routes of a contract other than the product's. */
    public Calls(Contract contract, Function<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> function) {
        this(contract, function, null, "192.0.2.1", false);
    }

    private Calls(
            Contract contract,
            Function<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> function,
            @Nullable String token,
            String sourceIp,
            boolean described) {
        this.contract = contract;
        this.function = function;
        this.token = token;
        this.sourceIp = sourceIp;
        this.described = described;
    }

    /** Takes the user's id for an access token that allows everything; goes with {@link #as(UserId)}. */
    public static Authenticator trusting() {
        return trusting(Contract.load().scopes());
    }

    /** With the scopes of a contract other than the product's. */
    public static Authenticator trusting(Set<String> scopes) {
        return token -> {
            try {
                return Caller.loggedIn(new UserId(UUID.fromString(token)), new SessionId(new UUID(0, 0)), scopes);
            } catch (IllegalArgumentException e) {
                throw new AccessTokenInvalid();
            }
        };
    }

    public Calls as(UserId user) {
        return withToken(user.toString());
    }

    public Calls withToken(String accessToken) {
        return new Calls(contract, function, accessToken, sourceIp, described);
    }

    public Calls from(String otherSourceIp) {
        return new Calls(contract, function, token, otherSourceIp, described);
    }

    public Answer get(String path) {
        return send("GET", path, null, Map.of());
    }

    public Answer delete(String path) {
        return send("DELETE", path, null, Map.of());
    }

    public Answer post(String path, @Nullable Object body) {
        return send("POST", path, body, Map.of());
    }

    public Answer put(String path, Object body) {
        return send("PUT", path, body, Map.of());
    }

    public Answer patch(String path, Object body) {
        return send("PATCH", path, body, Map.of());
    }

    /**
     * Any request. The answer must be one that the product's contract describes.
     *
     * @param body sent as it is if it is a string, as JSON otherwise
     */
    public Answer send(String method, String target, @Nullable Object body, Map<String, String> headers) {
        Answer answer = new Answer(function.apply(event(method, target, body, headers)));
        if (described) {
            DescribedAnswers.ofTheProduct().check(method, target, answer.seen());
        }
        return answer;
    }

    private APIGatewayV2HTTPEvent event(
            String method, String target, @Nullable Object body, Map<String, String> headers) {
        String[] parts = target.split("\\?", 2);
        Map<String, String> all = new LinkedHashMap<>(Map.of("content-type", "application/json"));
        if (token != null) {
            all.put("authorization", "Bearer " + token);
        }
        all.putAll(headers);
        var match = contract.match(method, parts[0]);
        String text = body == null || body instanceof String
                ? (String) body
                : Json.mapper().writeValueAsString(body);
        return APIGatewayV2HTTPEvent.builder()
                .withVersion("2.0")
                .withRouteKey(match.map(m -> m.operation().routeKey()).orElse("$default"))
                .withRawPath(parts[0])
                .withRawQueryString(parts.length > 1 ? parts[1] : "")
                .withHeaders(all)
                .withPathParameters(match.map(Contract.Match::pathParameters).orElse(Map.of()))
                .withQueryStringParameters(query(parts.length > 1 ? parts[1] : ""))
                .withRequestContext(context(method, parts[0]))
                .withBody(text)
                .withIsBase64Encoded(false)
                .build();
    }

    private static Map<String, String> query(String text) {
        Map<String, String> query = new LinkedHashMap<>();
        for (String pair : text.split("&", -1)) {
            String[] both = pair.split("=", 2);
            if (both.length == 2) {
                query.put(both[0], URLDecoder.decode(both[1], StandardCharsets.UTF_8));
            }
        }
        return query;
    }

    private APIGatewayV2HTTPEvent.RequestContext context(String method, String path) {
        return APIGatewayV2HTTPEvent.RequestContext.builder()
                .withRequestId(UUID.randomUUID().toString())
                .withHttp(APIGatewayV2HTTPEvent.RequestContext.Http.builder()
                        .withMethod(method)
                        .withPath(path)
                        .withSourceIp(sourceIp)
                        .withUserAgent("tests")
                        .build())
                .build();
    }

    /** What a function answered. */
    public record Answer(APIGatewayV2HTTPResponse response) {

        public int status() {
            return response.getStatusCode();
        }

        public String header(String name) {
            return response.getHeaders().getOrDefault(name, "");
        }

        private DescribedAnswers.Seen seen() {
            Map<String, String> byName = new LinkedHashMap<>();
            response.getHeaders().forEach((name, value) -> byName.put(name.toLowerCase(Locale.ROOT), value));
            return new DescribedAnswers.Seen(status(), byName, Objects.requireNonNullElse(response.getBody(), ""));
        }

        public String text() {
            return response.getBody();
        }

        public JsonNode json() {
            return Json.mapper().readTree(response.getBody());
        }

        /** The last part of the problem's type; empty if the answer is no problem. */
        public String problem() {
            String type = header("content-type").equals("application/problem+json")
                    ? json().path("type").asString()
                    : "";
            return type.substring(type.lastIndexOf('/') + 1);
        }
    }
}
