package io.betterprompts.enhance.mcp;

import io.betterprompts.common.http.Response;
import io.betterprompts.common.json.Json;
import io.betterprompts.common.problem.ProblemException;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Ends a message. It travels as an exception, so that whatever the message changed is undone; what the client reads is the
 * answer it carries.
 */
final class RpcFailure extends ProblemException {

    static final int UNREADABLE = -32700;
    static final int INVALID_REQUEST = -32600;
    static final int NO_SUCH_METHOD = -32601;
    static final int INVALID_PARAMS = -32602;
    static final int HEADER_MISMATCH = -32020;
    static final int UNKNOWN_REVISION = -32022;

    private final transient Response answer;

    private RpcFailure(Response answer, String detail) {
        super(answer.status(), "mcp", "The message was not carried out", detail);
        this.answer = answer;
    }

    /** A JSON-RPC error. */
    static RpcFailure error(int status, Optional<JsonNode> id, int code, String message) {
        return error(status, id, code, message, Optional.empty());
    }

    static RpcFailure error(int status, Optional<JsonNode> id, int code, String message, Optional<JsonNode> data) {
        ObjectNode body = Json.mapper().createObjectNode().put("jsonrpc", "2.0");
        id.ifPresent(known -> body.set("id", known));
        ObjectNode error = body.putObject("error").put("code", code).put("message", message);
        data.ifPresent(more -> error.set("data", more));
        return new RpcFailure(new Response(status, Map.of(), Optional.of(body)), message);
    }

    /** A tool that ran and failed, which is a result to the protocol. */
    static RpcFailure result(Response result, String detail) {
        return new RpcFailure(result, detail);
    }

    Response answer() {
        return answer;
    }
}
