package io.betterprompts.history;

import io.betterprompts.common.http.Handler;
import io.betterprompts.common.http.Request;
import io.betterprompts.common.http.Response;
import io.betterprompts.common.identity.UserId;
import io.betterprompts.common.page.Page;
import io.betterprompts.common.page.PageRequest;
import java.util.Map;

/** The operations on prompt groups, by their names in the contract. */
final class HistoryOperations {

    private final PostgresPromptGroups groups;
    private final PostgresNewestGroups newest;
    private final PostgresVersions versions;
    private final PostgresSearch search;
    private final CreatePromptGroup create;
    private final ChangePromptGroup change;

    HistoryOperations(
            PostgresPromptGroups groups,
            PostgresNewestGroups newest,
            PostgresVersions versions,
            PostgresSearch search,
            CreatePromptGroup create,
            ChangePromptGroup change) {
        this.groups = groups;
        this.newest = newest;
        this.versions = versions;
        this.search = search;
        this.create = create;
        this.change = change;
    }

    Map<String, Handler> handlers() {
        return Map.of(
                "listHistory", this::list,
                "createHistory", this::create,
                "readHistory", this::read,
                "patchHistory", this::patch,
                "deleteHistory", this::delete,
                "undeleteHistory", this::undelete);
    }

    private Response list(Request request) {
        Filter filter = Filter.of(request, change.undeletable());
        return request.parameter("q")
                .map(words -> found(request, words, filter))
                .orElseGet(() -> newest(request, filter));
    }

    private Response newest(Request request, Filter filter) {
        PageRequest<NewestKey> page = PageRequest.of(request, NewestKey::parse);
        return Response.ok(
                Page.of(newest.newest(user(request), filter, page), page, item -> NewestKey.of(item.group())));
    }

    private Response found(Request request, String words, Filter filter) {
        PageRequest<RankedKey> page = PageRequest.of(request, RankedKey::parse);
        return Response.ok(Page.of(search.best(user(request), words, filter, page), page, PromptGroup.Found::key));
    }

    private Response create(Request request) {
        PromptGroup.Current created = create.from(user(request), request.body(NewPrompt.class));
        PromptGroup group = created.full().group();
        return Response.created("/api/v1/history/" + group.id(), created).version(group.version());
    }

    private Response read(Request request) {
        return answer(user(request), groups.get(user(request), request.id("id")));
    }

    private Response patch(Request request) {
        UserId user = user(request);
        return answer(
                user, change.by(user, request.id("id"), request.precondition(), request.body(PromptChange.class)));
    }

    private Response delete(Request request) {
        change.toDeleted(user(request), request.id("id"), request.precondition());
        return Response.noContent();
    }

    private Response undelete(Request request) {
        UserId user = user(request);
        return answer(user, change.toUndeleted(user, request.id("id"), request.precondition()));
    }

    private Response answer(UserId user, PromptGroup.Full full) {
        PromptGroup group = full.group();
        Version current = versions.get(user, group.id(), group.currentVersionNumber());
        return Response.ok(new PromptGroup.Current(full, current)).version(group.version());
    }

    private static UserId user(Request request) {
        return request.caller().user();
    }
}
