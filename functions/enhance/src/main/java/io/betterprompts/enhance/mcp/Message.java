package io.betterprompts.enhance.mcp;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A JSON-RPC message as the contract lets it in.
 *
 * @param id what its answer repeats: a string or an integer; empty if it wants none
 * @param method empty for the answer to a request, and nobody here makes requests
 */
record Message(Optional<JsonNode> id, String method, JsonNode params) {

    static Message of(JsonNode body) {
        return new Message(
                Optional.of(body.path("id")).filter(id -> !id.isMissingNode()),
                body.path("method").asString(""),
                body.path("params"));
    }

    boolean isRequest() {
        return id.isPresent() && !method.isEmpty();
    }

    /** What the protocol itself says about the request, apart from its parameters. */
    JsonNode meta(String key) {
        return params.path("_meta").path("io.modelcontextprotocol/" + key);
    }
}
