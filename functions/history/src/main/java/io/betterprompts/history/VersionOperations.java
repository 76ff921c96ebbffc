package io.betterprompts.history;

import io.betterprompts.common.http.Handler;
import io.betterprompts.common.http.Request;
import io.betterprompts.common.http.Response;
import io.betterprompts.common.identity.UserId;
import io.betterprompts.common.page.Page;
import io.betterprompts.common.page.PageRequest;
import java.util.Map;
import java.util.UUID;

/** The operations on versions, by their names in the contract. */
final class VersionOperations {

    private static final String ORIGINAL = "original";

    private final PostgresPromptGroups groups;
    private final PostgresVersions versions;
    private final AppendVersion append;

    VersionOperations(PostgresPromptGroups groups, PostgresVersions versions, AppendVersion append) {
        this.groups = groups;
        this.versions = versions;
        this.append = append;
    }

    Map<String, Handler> handlers() {
        return Map.of(
                "listVersions", this::list,
                "appendVersion", this::append,
                "readVersion", this::read,
                "diffVersion", this::diff,
                "restoreVersion", this::restore,
                "chooseEdits", this::chooseEdits);
    }

    private Response list(Request request) {
        PageRequest<Integer> page = PageRequest.of(request, Integer::parseUnsignedInt);
        PromptGroup group = groups.get(user(request), request.id("id")).group();
        return Response.ok(Page.of(versions.newest(user(request), group.id(), page), page, Version::number));
    }

    private Response append(Request request) {
        return created(append.written(
                user(request), request.id("id"), request.precondition(), request.body(NewVersion.class)));
    }

    private Response read(Request request) {
        return Response.ok(versions.get(user(request), request.id("id"))).version(1);
    }

    private Response diff(Request request) {
        Version to = versions.get(user(request), request.id("id"));
        String against = request.parameter("against").orElseThrow();
        return Response.ok(
                against.equals(ORIGINAL)
                        ? VersionDifference.fromOriginal(to)
                        : VersionDifference.between(versions.get(user(request), UUID.fromString(against)), to));
    }

    private Response restore(Request request) {
        return created(append.restored(user(request), request.id("id"), request.precondition()));
    }

    private Response chooseEdits(Request request) {
        return created(
                append.chosen(user(request), request.id("id"), request.precondition(), request.body(EditChoice.class)));
    }

    /** A version never changes; the ETag is the group's, which the next change of it may ask for. */
    private static Response created(AppendVersion.Appended appended) {
        return Response.created("/api/v1/versions/" + appended.version().id(), appended.version())
                .version(appended.group().version());
    }

    private static UserId user(Request request) {
        return request.caller().user();
    }
}
