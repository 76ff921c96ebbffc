package io.betterprompts.common.http;

import io.betterprompts.common.identity.Caller;
import io.betterprompts.common.identity.Unauthenticated;
import io.betterprompts.common.json.Json;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * A request whose operation is known, whose parameters and body satisfy the contract, and whose caller is proven where
 * the operation asks for one.
 *
 * @param parameters path and query parameters by name, decoded; those left out are absent
 * @param headers by lower-case name
 * @param body a missing node where none was sent
 * @param sourceIp as the gateway saw it, or what stands before the gateway; never as a header of the client claims it
 */
public record Request(
        String requestId,
        Map<String, String> parameters,
        Map<String, String> headers,
        JsonNode body,
        Optional<Caller> sender,
        String sourceIp) {

    public Request {
        parameters = Map.copyOf(parameters);
        headers = Map.copyOf(headers);
    }

    /**
     * Who sent it.
     *
     * @throws Unauthenticated if nobody said so
     */
    public Caller caller() {
        return sender.orElseThrow(Unauthenticated::new);
    }

    public Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    /** A parameter the contract declares as an integer. */
    public Optional<Integer> integer(String name) {
        return parameter(name).map(text -> new BigDecimal(text).intValueExact());
    }

    /** A path parameter the contract declares as a UUID. */
    public UUID id(String name) {
        return UUID.fromString(parameters.get(name));
    }

    /** The body as a record; unknown fields were refused before, missing ones are null. */
    public <T> T body(Class<T> type) {
        return Json.mapper().treeToValue(body, type);
    }

    public Precondition precondition() {
        return new Precondition(header("if-match"));
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }
}
