package io.betterprompts.enhance;

import io.betterprompts.common.http.Handler;
import io.betterprompts.common.http.Request;
import io.betterprompts.common.http.Response;
import io.betterprompts.common.identity.UserId;
import io.betterprompts.common.json.Json;
import io.betterprompts.common.problem.Fault;
import io.betterprompts.common.problem.ValidationFailed;
import io.betterprompts.engine.EnhancementRequest;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code POST /templates/{id}/enhance}: fills in a template and enhances what it becomes, in one call. */
final class EnhanceTemplateHandler implements Handler {

    private final PostgresFillableTemplates templates;
    private final Engines engines;
    private final EnhancePrompt enhance;

    EnhanceTemplateHandler(PostgresFillableTemplates templates, Engines engines, EnhancePrompt enhance) {
        this.templates = templates;
        this.engines = engines;
        this.enhance = enhance;
    }

    @Override
    public Response handle(Request request) {
        request.caller().require("templates");
        UserId user = request.caller().user();
        UUID template = request.id("id");
        EnhanceBody body = filledIn(request, templates.visible(user, template).filledWith(values(request)));
        Outcome outcome = enhance.by(Optional.of(user), engines.of(Optional.of(user)), body, request.precondition());
        templates.countUse(user, template);
        return outcome.response();
    }

    private static JsonNode values(Request request) {
        return request.body().path("variables");
    }

    private static EnhanceBody filledIn(Request request, String text) {
        if (text.codePointCount(0, text.length()) > EnhancementRequest.LONGEST) {
            throw new ValidationFailed(Fault.at(
                    "/variables", "make a text of more than " + EnhancementRequest.LONGEST + " characters together"));
        }
        ObjectNode body = Json.mapper().createObjectNode();
        body.setAll((ObjectNode) request.body());
        return Json.mapper().treeToValue(body.put("text", text), EnhanceBody.class);
    }
}
