package io.betterprompts.templates;

import io.betterprompts.common.http.Handler;
import io.betterprompts.common.http.Request;
import io.betterprompts.common.http.Response;
import io.betterprompts.common.identity.UserId;
import io.betterprompts.common.page.Page;
import io.betterprompts.common.page.PageRequest;
import java.util.Map;
import java.util.UUID;

/** The operations on what a template once was. */
final class TemplateVersionOperations {

    private final PostgresTemplates templates;
    private final PostgresTemplateVersions versions;
    private final ChangeTemplate change;

    TemplateVersionOperations(PostgresTemplates templates, PostgresTemplateVersions versions, ChangeTemplate change) {
        this.templates = templates;
        this.versions = versions;
        this.change = change;
    }

    Map<String, Handler> handlers() {
        return Map.of(
                "listTemplateVersions", this::list,
                "readTemplateVersion", this::read,
                "restoreTemplateVersion", this::restore);
    }

    private Response list(Request request) {
        UUID template = own(request);
        PageRequest<Long> page = PageRequest.of(request, Long::valueOf);
        return Response.ok(Page.of(versions.of(user(request), template, page), page, TemplateVersion::version));
    }

    private Response read(Request request) {
        return Response.ok(versions.one(user(request), own(request), number(request)));
    }

    /** Who may see the template is not part of the text, and stays. */
    private Response restore(Request request) {
        TemplateVersion version = versions.one(user(request), own(request), number(request));
        Template restored = change.by(
                user(request),
                request.id("id"),
                request.precondition(),
                current -> version.draft().visible(current.isPublic()));
        return Response.ok(restored).version(restored.version());
    }

    private UUID own(Request request) {
        return templates.own(user(request), request.id("id")).id();
    }

    private static long number(Request request) {
        return request.integer("number").orElseThrow();
    }

    private static UserId user(Request request) {
        return request.caller().user();
    }
}
