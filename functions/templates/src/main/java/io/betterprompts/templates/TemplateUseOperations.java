package io.betterprompts.templates;

import io.betterprompts.common.http.Handler;
import io.betterprompts.common.http.Request;
import io.betterprompts.common.http.Response;
import io.betterprompts.common.identity.UserId;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What is done with a template without changing it, one's own or a public one. */
final class TemplateUseOperations {

    private final PostgresTemplates templates;
    private final CreateTemplate create;

    TemplateUseOperations(PostgresTemplates templates, CreateTemplate create) {
        this.templates = templates;
        this.create = create;
    }

    Map<String, Handler> handlers() {
        return Map.of("renderTemplate", this::render, "copyTemplate", this::copy);
    }

    private Response render(Request request) {
        Template template = templates.visible(user(request), request.id("id"));
        String text = template.draft().text().filledWith(request.body().path("variables"));
        templates.countUse(user(request), template.id());
        return Response.ok(new Rendered(template.id(), template.version(), text));
    }

    /** Nobody else sees the copy unless its owner says so. */
    private Response copy(Request request) {
        Draft draft = templates.visible(user(request), request.id("id")).draft().visible(false);
        Draft wanted = name(request).map(draft::named).orElse(draft);
        Template copy = create.from(user(request), wanted);
        return Response.created("/api/v1/templates/" + copy.id(), copy).version(copy.version());
    }

    private static Optional<String> name(Request request) {
        return request.body().path("name").asStringOpt();
    }

    private static UserId user(Request request) {
        return request.caller().user();
    }

    /** @param version of the template that was filled in */
    record Rendered(UUID templateId, long version, String text) {}
}
