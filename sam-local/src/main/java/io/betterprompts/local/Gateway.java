package io.betterprompts.local;

import io.betterprompts.common.contract.Contract;
import io.betterprompts.common.json.Json;
import io.betterprompts.common.problem.ProblemException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The local stand-in for API Gateway: takes its routes from the contract, makes an event of each request, and sends what
 * no route matches to the contract's default function. Requests that find no place are refused.
 */
final class Gateway extends Handler.Abstract {

    /** As much as Lambda takes in one synchronous call. */
    private static final int BODY_LIMIT = 6 * 1024 * 1024;

    private static final Duration BODY_WITHIN = Duration.ofSeconds(20);

    private final Contract contract;
    private final LocalFunctions functions;
    private final GatewayEvents events;
    private final Places places;
    private final IncomingBodies bodies = new IncomingBodies(BODY_LIMIT, BODY_WITHIN);

    Gateway(Contract contract, LocalFunctions functions, GatewayEvents events, Places places) {
        this.contract = contract;
        this.functions = functions;
        this.events = events;
        this.places = places;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        String requestId = UUID.randomUUID().toString();
        if (!bodies.read(request, (body, failure) -> arrived(requestId, request, body, failure, response, callback))) {
            refuse(requestId, request, response, callback, GatewayProblems.busy());
        }
        return true;
    }

    /** Only now it takes a place, which whoever sends slowly would take from others. */
    private void arrived(
            String requestId,
            Request request,
            byte @Nullable [] body,
            @Nullable Throwable failure,
            Response response,
            Callback callback) {
        if (body == null) {
            refuse(requestId, request, response, callback, unread(request, failure));
        } else if (!places.take()) {
            refuse(requestId, request, response, callback, GatewayProblems.busy());
        } else {
            answerInPlace(requestId, request, body, response, callback);
        }
    }

    /** One that does not say how long it is is known to be too long when it has been read so far. */
    private static ProblemException unread(Request request, @Nullable Throwable failure) {
        boolean isCutOff = failure instanceof EofException || !(failure instanceof IOException);
        boolean isTooLarge = request.getLength() < 0 ? !isCutOff : request.getLength() > BODY_LIMIT;
        return isTooLarge ? GatewayProblems.tooLarge(BODY_LIMIT) : GatewayProblems.bodyMissing();
    }

    private void answerInPlace(String requestId, Request request, byte[] body, Response response, Callback callback) {
        try {
            answer(requestId, request, body, response, callback);
        } catch (RuntimeException e) {
            Response.writeError(request, response, callback, e);
        } finally {
            places.leave();
        }
    }

    private void answer(String requestId, Request request, byte[] body, Response response, Callback callback) {
        GatewayEvents.Incoming incoming = incoming(requestId, request, body);
        if (!GatewayEvents.isReadable(incoming)) {
            refuse(requestId, request, response, callback, GatewayProblems.badEncoding());
            return;
        }
        Optional<Contract.Match> match = contract.match(incoming.method(), incoming.path());
        String function = match.map(m -> m.operation().function()).orElse(contract.defaultFunction());
        write(Json.mapper().readTree(functions.invoke(function, events.event(incoming, match))), response, callback);
    }

    private static GatewayEvents.Incoming incoming(String requestId, Request request, byte[] body) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        for (HttpField field : request.getHeaders()) {
            String name = field.getName().toLowerCase(Locale.ROOT);
            headers.computeIfAbsent(name, n -> request.getHeaders().getValuesList(n));
        }
        return new GatewayEvents.Incoming(
                requestId,
                request.getMethod(),
                request.getHttpURI().getPath(),
                Optional.ofNullable(request.getHttpURI().getQuery()).orElse(""),
                request.getConnectionMetaData().getProtocol(),
                Request.getServerName(request),
                Request.getRemoteAddr(request),
                headers,
                body);
    }

    private static void write(JsonNode answer, Response response, Callback callback) {
        response.setStatus(answer.path("statusCode").asInt(200));
        answer.path("headers")
                .properties()
                .forEach(header -> response.getHeaders()
                        .put(header.getKey(), header.getValue().asString()));
        answer.path("cookies").forEach(cookie -> response.getHeaders().add("set-cookie", cookie.asString()));
        String body = answer.path("body").asString("");
        byte[] bytes = answer.path("isBase64Encoded").asBoolean(false)
                ? Base64.getDecoder().decode(body)
                : body.getBytes(StandardCharsets.UTF_8);
        response.write(true, ByteBuffer.wrap(bytes), callback);
    }

    private static void refuse(
            String requestId, Request request, Response response, Callback callback, ProblemException problem) {
        GatewayProblems.write(requestId, request.getHttpURI().getPath(), problem, response, callback);
    }
}
