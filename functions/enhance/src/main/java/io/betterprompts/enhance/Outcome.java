package io.betterprompts.enhance;

import io.betterprompts.common.http.Response;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** An enhancement, and where it was stored if it was. */
record Outcome(Enhanced enhanced, Optional<StoredVersion> stored) {

    static Outcome unsaved(Enhanced enhanced) {
        return new Outcome(enhanced, Optional.empty());
    }

    ObjectNode reply() {
        return stored.map(version -> Reply.saved(version, enhanced)).orElseGet(() -> Reply.unsaved(enhanced));
    }

    /** The ETag is that of the group, for whoever appends next. */
    Response response() {
        Response response = Response.ok(reply());
        return stored.map(version -> response.header("location", "/api/v1/versions/" + version.id())
                        .version(version.groupVersion()))
                .orElse(response);
    }
}
