package io.betterprompts.templates;

import io.betterprompts.common.http.Handler;
import io.betterprompts.common.http.Request;
import io.betterprompts.common.http.Response;
import io.betterprompts.common.identity.UserId;
import io.betterprompts.common.json.Json;
import io.betterprompts.common.json.MergePatch;
import io.betterprompts.common.page.Page;
import io.betterprompts.common.page.PageRequest;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;

/** The operations on templates, by their names in the contract. */
final class TemplateOperations {

    private final PostgresTemplates templates;
    private final CreateTemplate create;
    private final ChangeTemplate change;

    TemplateOperations(PostgresTemplates templates, CreateTemplate create, ChangeTemplate change) {
        this.templates = templates;
        this.create = create;
        this.change = change;
    }

    Map<String, Handler> handlers() {
        return Map.of(
                "listTemplates", this::list,
                "createTemplate", this::create,
                "readTemplate", this::read,
                "replaceTemplate", this::replace,
                "patchTemplate", this::patch,
                "deleteTemplate", this::delete);
    }

    private Response list(Request request) {
        PageRequest<UUID> page = PageRequest.of(request, UUID::fromString);
        return Response.ok(Page.of(templates.newest(user(request), Filter.of(request), page), page, Template::id));
    }

    private Response create(Request request) {
        Template created = create.from(user(request), request.body(Draft.class));
        return Response.created("/api/v1/templates/" + created.id(), created).version(created.version());
    }

    private Response read(Request request) {
        return answer(templates.visible(user(request), request.id("id")));
    }

    private Response replace(Request request) {
        return change(request, current -> request.body(Draft.class));
    }

    private Response patch(Request request) {
        return change(request, current -> {
            JsonNode merged = MergePatch.apply(Json.mapper().valueToTree(current), request.body());
            return Json.mapper().treeToValue(merged, Draft.class);
        });
    }

    private Response delete(Request request) {
        change.toDeleted(user(request), request.id("id"), request.precondition());
        return Response.noContent();
    }

    private Response change(Request request, UnaryOperator<Draft> to) {
        return answer(change.by(user(request), request.id("id"), request.precondition(), to));
    }

    private static Response answer(Template template) {
        return Response.ok(template).version(template.version());
    }

    private static UserId user(Request request) {
        return request.caller().user();
    }
}
