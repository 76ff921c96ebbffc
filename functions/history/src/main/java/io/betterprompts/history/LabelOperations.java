package io.betterprompts.history;

import io.betterprompts.common.http.Handler;
import io.betterprompts.common.http.Request;
import io.betterprompts.common.http.Response;
import io.betterprompts.common.identity.UserId;
import io.betterprompts.common.page.Page;
import io.betterprompts.common.page.PageRequest;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The operations on labels, by their names in the contract. */
final class LabelOperations {

    private final PostgresPromptGroups groups;
    private final PostgresVersions versions;
    private final PostgresLabels labels;
    private final ChangeLabel change;

    LabelOperations(PostgresPromptGroups groups, PostgresVersions versions, PostgresLabels labels, ChangeLabel change) {
        this.groups = groups;
        this.versions = versions;
        this.labels = labels;
        this.change = change;
    }

    Map<String, Handler> handlers() {
        return Map.of(
                "listLabels", this::list,
                "readLabel", this::read,
                "putLabel", this::put,
                "deleteLabel", this::delete);
    }

    private Response list(Request request) {
        PageRequest<String> page = PageRequest.of(request, name -> name);
        UUID group = groups.get(user(request), request.id("id")).group().id();
        return Response.ok(Page.of(labels.list(user(request), group, page), page, Label::name));
    }

    /** Answers 304 without a body where the client has the label as it stands: a program asks for its prompt often. */
    private Response read(Request request) {
        UserId user = user(request);
        UUID group = groups.get(user, request.id("id")).group().id();
        Label label =
                labels.find(user, group, name(request)).orElseThrow(() -> new LabelNotFound(group, name(request)));
        Label.Pointing pointing = new Label.Pointing(label, versions.get(user, label.versionId()));
        Response whole = Response.ok(pointing).version(label.version());
        return request.header("if-none-match")
                        .filter(tag -> tag.equals(whole.headers().get("etag")))
                        .isPresent()
                ? new Response(304, whole.headers(), Optional.empty())
                : whole;
    }

    private Response put(Request request) {
        ChangeLabel.Pointed pointed = change.to(
                user(request),
                request.id("id"),
                name(request),
                request.body(LabelTarget.class),
                request.precondition());
        Label label = pointed.label().label();
        Response answer = pointed.isNew()
                ? Response.created("/api/v1/history/" + label.historyId() + "/labels/" + label.name(), pointed.label())
                : Response.ok(pointed.label());
        return answer.version(label.version());
    }

    private Response delete(Request request) {
        change.away(user(request), request.id("id"), name(request), request.precondition());
        return Response.noContent();
    }

    private static String name(Request request) {
        return request.parameter("name").orElseThrow();
    }

    private static UserId user(Request request) {
        return request.caller().user();
    }
}
