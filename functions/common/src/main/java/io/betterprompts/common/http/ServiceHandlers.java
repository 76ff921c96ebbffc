package io.betterprompts.common.http;

import io.betterprompts.common.contract.Contract;
import java.util.Map;
import java.util.Optional;

/** The operations about the service itself, for the function that the contract lets answer them. */
public final class ServiceHandlers {

    private ServiceHandlers() {}

    public static Map<String, Handler> of(Contract contract) {
        return Map.of(
                "readHealth", request -> Response.ok(Map.of("status", "ok")),
                "readContract", request -> document("application/yaml", contract.text()),
                "readContractAsJson", request -> document("application/json", contract.json()));
    }

    private static Response document(String mediaType, String text) {
        Response.Raw body = new Response.Raw(mediaType, text);
        return new Response(200, Map.of("cache-control", "max-age=300"), Optional.of(body));
    }
}
