package io.betterprompts.enhance;

import io.betterprompts.common.http.Handler;
import io.betterprompts.common.http.Request;
import io.betterprompts.common.identity.UserId;
import io.betterprompts.common.json.Json;
import io.betterprompts.common.page.Page;
import io.betterprompts.common.page.PageRequest;
import io.betterprompts.enhance.mcp.Tool;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What the tools for language models do: what operations of the contract do, told in fewer words. */
final class PromptTools {

    private static final List<String> OF_AN_ENHANCEMENT = List.of(
            "id",
            "history_id",
            "version",
            "enhanced_text",
            "verdict",
            "reasons",
            "intent",
            "language",
            "model_class",
            "edits",
            "missing",
            "lint",
            "tokens",
            "run_advice");
    private static final List<String> OF_AN_ANALYSIS =
            List.of("lint", "missing", "intent", "complexity", "language", "tokens");

    private final Handler enhance;
    private final Handler analyze;
    private final PostgresFillableTemplates templates;

    PromptTools(Handler enhance, Handler analyze, PostgresFillableTemplates templates) {
        this.enhance = enhance;
        this.analyze = analyze;
        this.templates = templates;
    }

    Map<String, Tool.Deed> deeds() {
        return Map.of(
                "enhance_prompt",
                request -> part(enhance, request, OF_AN_ENHANCEMENT),
                "lint_prompt",
                request -> part(analyze, request, OF_AN_ANALYSIS),
                "list_templates",
                this::list,
                "render_template",
                this::render);
    }

    private static JsonNode part(Handler operation, Request request, List<String> fields) {
        ObjectNode reply =
                Json.mapper().valueToTree(operation.handle(request).body().orElseThrow());
        return reply.retain(fields);
    }

    private JsonNode list(Request request) {
        PageRequest<UUID> part = PageRequest.of(asQuery(request), UUID::fromString);
        List<ListedTemplate> rows =
                templates.newest(user(request), request.body().path("query").asStringOpt(), part);
        Page<ListedTemplate> page = Page.of(rows, part, ListedTemplate::id);
        ObjectNode result = Json.mapper().createObjectNode();
        result.set("templates", Json.mapper().valueToTree(page.items()));
        return result.put("next_cursor", page.nextCursor());
    }

    /** The same request with its arguments as the parameters of a list. */
    private static Request asQuery(Request request) {
        Map<String, String> parameters = new HashMap<>();
        request.body()
                .properties()
                .forEach(argument ->
                        parameters.put(argument.getKey(), argument.getValue().asString()));
        return new Request(
                request.requestId(),
                parameters,
                request.headers(),
                request.body(),
                request.sender(),
                request.sourceIp());
    }

    private JsonNode render(Request request) {
        UUID template = UUID.fromString(request.body().path("id").asString());
        String text = templates
                .visible(user(request), template)
                .filledWith(request.body().path("variables"));
        templates.countUse(user(request), template);
        return Json.mapper()
                .createObjectNode()
                .put("template_id", template.toString())
                .put("text", text);
    }

    private static UserId user(Request request) {
        return request.caller().user();
    }
}
