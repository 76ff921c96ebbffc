package io.betterprompts.history;

import io.betterprompts.common.http.Handler;
import io.betterprompts.common.http.Request;
import io.betterprompts.common.http.Response;
import io.betterprompts.common.identity.UserId;
import io.betterprompts.common.page.Page;
import io.betterprompts.common.page.PageRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
        SyncCursor since = request.parameter("since").map(SyncCursor::parse).orElse(SyncCursor.START);
        if (since.revision() > changes.last(user)) {
            throw new SyncCursorUnknown();
        }
        PageRequest<SyncCursor> part =
                new PageRequest<>(request.integer("limit").orElse(DEFAULT_LIMIT), Optional.of(since));
        Page<Change> page = Page.of(changes.after(user, since, part.rows()), part, Change::cursor);
        SyncCursor reached =
                page.items().isEmpty() ? since : page.items().getLast().cursor();
        return Response.ok(new Part(page.items(), reached.text(), page.nextCursor() != null));
    }

    private Response send(Request request) {
        return Response.ok(
                new Results(apply.all(request.caller().user(), request.body().path("changes"), request.requestId())));
    }
}
