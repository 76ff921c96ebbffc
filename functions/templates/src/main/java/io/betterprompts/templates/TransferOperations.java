package io.betterprompts.templates;

import io.betterprompts.common.http.Handler;
import io.betterprompts.common.http.Request;
import io.betterprompts.common.http.Response;
import io.betterprompts.common.identity.UserId;
import io.betterprompts.common.problem.Fault;
import io.betterprompts.common.problem.ValidationFailed;
import io.betterprompts.templates.ExportAccount.What;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Import and export. Whoever moves history needs the scopes for history too. */
final class TransferOperations {

    private final ExportAccount export;
    private final ImportDocument imports;

    TransferOperations(ExportAccount export, ImportDocument imports) {
        this.export = export;
        this.imports = imports;
    }

    Map<String, Handler> handlers() {
        return Map.of("exportPrompts", this::export, "importPrompts", this::imports);
    }

    private Response export(Request request) {
        What what = What.valueOf(request.parameter("what").orElse("all").toUpperCase(Locale.ROOT));
        if (what.hasHistory()) {
            request.caller().require("history:read");
        }
        String format = request.parameter("format").orElse("json");
        if (format.equals("csv") && what == What.ALL) {
            throw new ValidationFailed(
                    Fault.of("what", "must be templates or history for csv, which has one kind of line"));
        }
        return rendered(export.part(request.caller().user(), what, ExportPosition.of(request)), format, what);
    }

    private static Response rendered(Portable part, String format, What what) {
        Response response = Response.ok(
                switch (format) {
                    case "csv" ->
                        new Response.Raw(
                                "text/csv; charset=utf-8",
                                what == What.TEMPLATES ? ExportText.templatesCsv(part) : ExportText.historyCsv(part));
                    case "markdown" -> new Response.Raw("text/markdown; charset=utf-8", ExportText.markdown(part));
                    default -> part;
                });
        return part.nextCursor() == null ? response : response.header("next-cursor", part.nextCursor());
    }

    private Response imports(Request request) {
        UserId user = request.caller().user();
        String format = request.body().path("format").asString();
        JsonNode document = request.body().path("document");
        if (!format.equals("betterprompts")) {
            return Response.ok(imports.foreign(user, format, document));
        }
        if (!document.path("history").isEmpty()) {
            request.caller().require("history:write");
        }
        return Response.ok(imports.ours(user, document));
    }
}
