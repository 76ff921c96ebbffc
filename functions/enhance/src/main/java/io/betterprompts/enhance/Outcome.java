package io.betterprompts.enhance;

import io.betterprompts.common.http.Response;
import io.betterprompts.engine.Enhancement;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** An enhancement, and where it was stored if it was. */
record Outcome(Enhancement enhancement, Optional<StoredVersion> stored) {

    ObjectNode reply() {
        return stored.map(version -> Reply.saved(version, enhancement)).orElseGet(() -> Reply.unsaved(enhancement));
    }

    /** The ETag is that of the group, for whoever appends next. */
    Response response() {
        Response response = Response.ok(reply());
        return stored.map(version -> response.header("location", "/api/v1/versions/" + version.id())
                        .version(version.groupVersion()))
                .orElse(response);
    }
}
