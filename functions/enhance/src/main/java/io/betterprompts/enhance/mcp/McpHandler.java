package io.betterprompts.enhance.mcp;

import static io.betterprompts.enhance.mcp.RpcFailure.INVALID_PARAMS;
import static io.betterprompts.enhance.mcp.RpcFailure.INVALID_REQUEST;
import static io.betterprompts.enhance.mcp.RpcFailure.NO_SUCH_METHOD;
import static io.betterprompts.enhance.mcp.RpcFailure.UNREADABLE;

import io.betterprompts.common.http.Cors;
import io.betterprompts.common.http.Handler;
import io.betterprompts.common.http.Request;
import io.betterprompts.common.http.Response;
import io.betterprompts.common.json.Json;
import io.betterprompts.common.problem.ProblemException;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code POST /mcp}: one JSON-RPC message in, at most one out. Nothing is kept between two of them.
 *
 * <p>Faults of the message are JSON-RPC errors; faults of a tool's arguments are results a model can learn from; faults of
 * the credential and its limits are problems, as at every operation.
 */
public final class McpHandler implements Handler {

    private final Cors origins;
    private final Tools tools;
    private final Replies replies;

    /**
     * @param origins whose pages may call
     * @param version the server's own
     */
    public McpHandler(Cors origins, Tools tools, String version) {
        this.origins = origins;
        this.tools = tools;
        this.replies = new Replies(version);
    }

    @Override
    public Response handle(Request request) {
        refuseForeignPages(request);
        Message message = Message.of(request.body());
        Revision revision = Revision.of(request, message);
        return message.isRequest() ? answer(request, message, revision) : accepted(message);
    }

    /** A page that found its way to a local server by DNS rebinding still says whose page it is. */
    private void refuseForeignPages(Request request) {
        if (!request.header("origin").map(origins::lets).orElse(true)) {
            throw new OriginNotAllowed();
        }
    }

    /** Notifications, and answers to requests nobody made, ask for nothing. */
    private static Response accepted(Message message) {
        if (message.id().isPresent() || !message.method().isEmpty()) {
            return new Response(202, Map.of(), Optional.empty());
        }
        throw RpcFailure.error(400, Optional.empty(), INVALID_REQUEST, "The message has neither method nor id");
    }

    private Response answer(Request request, Message message, Revision revision) {
        return switch (message.method()) {
            case "tools/list" -> replies.tools(message, revision, tools, request.caller());
            case "tools/call" -> called(request, message, revision);
            default -> replies.aboutTheServer(message, revision).orElseThrow(() -> noSuchMethod(message, revision));
        };
    }

    private static RpcFailure noSuchMethod(Message message, Revision revision) {
        return RpcFailure.error(
                revision.hasHandshake() ? 200 : 404,
                message.id(),
                NO_SUCH_METHOD,
                "Method not found; there are tools/list and tools/call");
    }

    private Response called(Request request, Message message, Revision revision) {
        Tool tool = tools.find(message.params().path("name").asString(""))
                .orElseThrow(() -> RpcFailure.error(
                        200, message.id(), INVALID_PARAMS, "Unknown tool; tools/list tells which there are"));
        JsonNode given = message.params().path("arguments");
        try {
            ObjectNode none = Json.mapper().createObjectNode();
            return replies.result(message, revision, tool.call(request, given.isMissingNode() ? none : given));
        } catch (ProblemException problem) {
            throw replies.failed(message, revision, problem.problem("/mcp", request.requestId()));
        }
    }

    @Override
    public Response refuse(ProblemException problem) {
        if (problem instanceof RpcFailure failure) {
            return failure.answer();
        }
        return switch (problem.type()) {
            case "malformed-request" -> unread(UNREADABLE, "Parse error: " + problem.getMessage());
            case "validation-failed" ->
                unread(
                        INVALID_REQUEST,
                        "Invalid request: one JSON-RPC 2.0 message is wanted, and no batch.\n"
                                + Replies.faults(problem.problem("/mcp", "")));
            default -> throw problem;
        };
    }

    private static Response unread(int code, String message) {
        return RpcFailure.error(400, Optional.empty(), code, message.strip()).answer();
    }
}
