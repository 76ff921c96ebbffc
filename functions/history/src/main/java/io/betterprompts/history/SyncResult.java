package io.betterprompts.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.betterprompts.common.problem.Problem;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What became of a change.
 *
 * @param current the row as it stands; with a conflict, the server's side
 * @param sent with a conflict, the device's side
 * @param problem why it was refused; pointers are those of the change
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SyncResult(
        UUID changeId,
        Status status,
        @Nullable Change current,
        @Nullable JsonNode sent,
        @Nullable Problem problem) {

    enum Status {
        APPLIED,
        CONFLICT,
        REFUSED
    }

    static SyncResult applied(SentChange sent, @Nullable Change current) {
        return new SyncResult(sent.changeId(), Status.APPLIED, current, null, null);
    }

    static SyncResult conflict(SentChange sent, JsonNode body, Change current) {
        return new SyncResult(sent.changeId(), Status.CONFLICT, current, body, null);
    }

    static SyncResult refused(SentChange sent, Problem problem) {
        return new SyncResult(sent.changeId(), Status.REFUSED, null, null, problem);
    }
}
