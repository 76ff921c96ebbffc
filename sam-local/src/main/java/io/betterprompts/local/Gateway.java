package io.betterprompts.local;

import io.betterprompts.common.contract.Contract;
import io.betterprompts.common.json.Json;
import io.betterprompts.common.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import tools.jackson.databind.JsonNode;

/**
 * The local stand-in for API Gateway: takes its routes from the contract, makes an event of each request, and sends what
 * no route matches to the contract's default function. More requests at once than it has places are refused at once.
 */
final class Gateway extends Handler.Abstract {

    /** As much as Lambda takes in one synchronous call. */
    private static final int BODY_LIMIT = 6 * 1024 * 1024;

    private final Contract contract;
    private final LocalFunctions functions;
    private final GatewayEvents events;
    private final Semaphore places;

    Gateway(Contract contract, LocalFunctions functions, GatewayEvents events, int places) {
        this.contract = contract;
        this.functions = functions;
        this.events = events;
        this.places = new Semaphore(places);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws IOException {
        String requestId = UUID.randomUUID().toString();
        if (!places.tryAcquire()) {
            refuse(requestId, request, response, callback, GatewayProblems.busy());
            return true;
        }
        try {
            answer(requestId, request, response, callback);
        } finally {
            places.release();
        }
        return true;
    }

    private void answer(String requestId, Request request, Response response, Callback callback) throws IOException {
        byte[] body = body(request);
        if (body.length > BODY_LIMIT) {
            refuse(requestId, request, response, callback, GatewayProblems.tooLarge(BODY_LIMIT));
            return;
        }
        GatewayEvents.Incoming incoming = incoming(requestId, request, body);
        if (!GatewayEvents.isReadable(incoming)) {
            refuse(requestId, request, response, callback, GatewayProblems.badEncoding());
            return;
        }
        Optional<Contract.Match> match = contract.match(incoming.method(), incoming.path());
        String function = match.map(m -> m.operation().function()).orElse(contract.defaultFunction());
        write(Json.mapper().readTree(functions.invoke(function, events.event(incoming, match))), response, callback);
    }

    private static byte[] body(Request request) throws IOException {
        try (InputStream in = Content.Source.asInputStream(request)) {
            return in.readNBytes(BODY_LIMIT + 1);
        }
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
