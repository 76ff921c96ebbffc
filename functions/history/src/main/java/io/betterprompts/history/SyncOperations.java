package io.betterprompts.history;

import io.betterprompts.common.http.Handler;
import io.betterprompts.common.http.Request;
import io.betterprompts.common.http.Response;
import io.betterprompts.common.identity.UserId;
import io.betterprompts.common.page.Page;
import io.betterprompts.common.page.PageRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The operations that keep devices in step, by their names in the contract. */
final class SyncOperations {

    private static final int DEFAULT_LIMIT = 100;

    private final PostgresChanges changes;
    private final ApplyChanges apply;

    SyncOperations(PostgresChanges changes, ApplyChanges apply) {
        this.changes = changes;
        this.apply = apply;
    }

    Map<String, Handler> handlers() {
        return Map.of("readChanges", this::read, "sendChanges", this::send);
    }

    /**
     * A part of the changes.
     *
     * @param cursor how far a device is that has made them its own
     * @param hasMore whether there are more by now
     */
    record Part(List<Change> changes, String cursor, boolean hasMore) {}

    record Results(List<SyncResult> results) {}

    private Response read(Request request) {
        UserId user = request.caller().user();
        Set<SyncType> types = SyncType.of(request.caller());
        SyncCursor since = request.parameter("since").map(SyncCursor::parse).orElse(SyncCursor.START);
        if (since.at().revision() > changes.last(user) || !since.told().containsAll(types)) {
            throw new SyncCursorUnknown();
        }
        PageRequest<SyncKey> part =
                new PageRequest<>(request.integer("limit").orElse(DEFAULT_LIMIT), Optional.of(since.at()));
        PostgresChanges.Found found = changes.after(user, since.at(), types, part.rows());
        Page<Change> page = Page.of(found.changes(), part, Change::key);
        SyncKey reached =
                page.items().isEmpty() ? since.at() : page.items().getLast().key();
        return Response.ok(new Part(
                page.items(), new SyncCursor(reached, types).text(), page.nextCursor() != null || found.isFull()));
    }

    /** Nothing is made of a batch of which the caller may not make a part. */
    private Response send(Request request) {
        JsonNode sent = request.body().path("changes");
        sent.valueStream()
                .map(change -> SyncType.valueOf(change.path("type").asString().toUpperCase(Locale.ROOT)))
                .flatMap(type -> type.scope().stream())
                .forEach(request.caller()::require);
        return Response.ok(new Results(apply.all(request.caller().user(), sent, request.requestId())));
    }
}
