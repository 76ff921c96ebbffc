package io.betterprompts.templates;

import io.betterprompts.common.http.Handler;
import io.betterprompts.common.http.Request;
import io.betterprompts.common.http.Response;
import io.betterprompts.common.identity.UserId;
import io.betterprompts.common.text.Tags;
import io.betterprompts.templates.RenameLabels.Renaming;
import java.util.List;
import java.util.Map;

/** The operations on tags and categories. */
final class LabelOperations {

    private final PostgresLabels labels;
    private final RenameLabels rename;

    LabelOperations(PostgresLabels labels, RenameLabels rename) {
        this.labels = labels;
        this.rename = rename;
    }

    Map<String, Handler> handlers() {
        return Map.of(
                "listTemplateTags",
                request -> items(labels.tags(user(request), Filter.Scope.of(request))),
                "listTemplateCategories",
                request -> items(labels.categories(user(request), Filter.Scope.of(request))),
                "renameTemplateTags",
                this::renameTags,
                "renameTemplateCategories",
                this::renameCategories);
    }

    private Response renameTags(Request request) {
        Renaming renaming = request.body(Renaming.class).mapped(Tags::normal);
        return changed(rename.ofTags(user(request), renaming));
    }

    private Response renameCategories(Request request) {
        return changed(rename.ofCategories(user(request), request.body(Renaming.class)));
    }

    private static Response items(List<Label> labels) {
        return Response.ok(Map.of("items", labels));
    }

    private static Response changed(int templates) {
        return Response.ok(Map.of("changed", templates));
    }

    private static UserId user(Request request) {
        return request.caller().user();
    }
}
