package io.betterprompts.enhance.mcp;

import io.betterprompts.common.http.Response;
import io.betterprompts.common.identity.Caller;
import io.betterprompts.common.json.Json;
import io.betterprompts.common.problem.Fault;
import io.betterprompts.common.problem.Problem;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The results of the protocol's methods, each as the message's revision writes it. */
final class Replies {

    private static final String INSTRUCTIONS = """
            BetterPrompts improves prompts that are meant for a language model. It is deterministic and runs no language \
            model: it adds short instructions around the user's text, which stays as it is, byte for byte. Use \
            enhance_prompt for a prompt that is going to be sent to a model, show the user what was added, and ask the \
            questions of `missing` instead of guessing their answers. Use lint_prompt to look for faults without \
            changing anything. Templates are the user's own and the public ones.""";

    /** The tools are the same until the server is another one. */
    private static final int TOOLS_STAY_MILLIS = 300_000;

    private final String version;

    Replies(String version) {
        this.version = version;
    }

    /** To the methods that concern no tool; empty if the revision has no such method. */
    Optional<Response> aboutTheServer(Message message, Revision revision) {
        Map<String, Function<Message, Response>> methods = revision.hasHandshake()
                ? Map.of("initialize", this::initialized, "ping", Replies::empty)
                : Map.of("server/discover", this::discovered);
        return Optional.ofNullable(methods.get(message.method())).map(method -> method.apply(message));
    }

    private Response initialized(Message message) {
        String wish = message.params().path("protocolVersion").asString("");
        ObjectNode result = Json.mapper()
                .createObjectNode()
                .put("protocolVersion", Revision.agreed(wish).date());
        result.set("capabilities", capabilities());
        result.set("serverInfo", server());
        return reply(message, result.put("instructions", INSTRUCTIONS));
    }

    private Response discovered(Message message) {
        ObjectNode result = Json.mapper().createObjectNode();
        Revision.dates().forEach(result.putArray("supportedVersions")::add);
        result.set("capabilities", capabilities());
        result.put("instructions", INSTRUCTIONS);
        return reply(message, keepable(complete(result), "public"));
    }

    private static Response empty(Message message) {
        return reply(message, Json.mapper().createObjectNode());
    }

    /** Only those that the caller may call. */
    Response tools(Message message, Revision revision, Tools tools, Caller caller) {
        ObjectNode result = Json.mapper().createObjectNode();
        ArrayNode list = result.putArray("tools");
        tools.all().stream()
                .filter(tool -> caller.scopes().contains(tool.scope()))
                .forEach(tool -> list.add(tool.definition()));
        return reply(message, revision.hasHandshake() ? result : keepable(complete(result), "private"));
    }

    Response result(Message message, Revision revision, JsonNode content) {
        ObjectNode result = text(content.toString());
        result.set("structuredContent", content);
        return reply(message, told(result.put("isError", false), revision));
    }

    RpcFailure failed(Message message, Revision revision, Problem problem) {
        ObjectNode result = text((problem.detail() + "\n" + faults(problem)).strip());
        return RpcFailure.result(reply(message, told(result.put("isError", true), revision)), problem.title());
    }

    /** One line for each. */
    static String faults(Problem problem) {
        return problem.errors().stream().map(Replies::line).collect(Collectors.joining("\n"));
    }

    private static String line(Fault fault) {
        String at = Objects.requireNonNullElse(fault.pointer(), "#/" + fault.parameter());
        return (at.equals("#") ? "the whole" : at.substring(2)) + ": " + fault.detail();
    }

    private static ObjectNode text(String text) {
        ObjectNode result = Json.mapper().createObjectNode();
        result.putArray("content").addObject().put("type", "text").put("text", text);
        return result;
    }

    private static ObjectNode capabilities() {
        ObjectNode capabilities = Json.mapper().createObjectNode();
        capabilities.putObject("tools");
        return capabilities;
    }

    private ObjectNode server() {
        return Json.mapper()
                .createObjectNode()
                .put("name", "betterprompts")
                .put("title", "BetterPrompts")
                .put("version", version);
    }

    private ObjectNode told(ObjectNode result, Revision revision) {
        return revision.hasHandshake() ? result : complete(result);
    }

    private ObjectNode complete(ObjectNode result) {
        result.put("resultType", "complete").putObject("_meta").set("io.modelcontextprotocol/serverInfo", server());
        return result;
    }

    private static ObjectNode keepable(ObjectNode result, String scope) {
        return result.put("ttlMs", TOOLS_STAY_MILLIS).put("cacheScope", scope);
    }

    private static Response reply(Message message, ObjectNode result) {
        ObjectNode body = Json.mapper().createObjectNode().put("jsonrpc", "2.0");
        message.id().ifPresent(id -> body.set("id", id));
        body.set("result", result);
        return Response.ok(body);
    }
}
