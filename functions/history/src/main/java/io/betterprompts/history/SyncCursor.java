package io.betterprompts.history;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.betterprompts.common.problem.Fault;
import io.betterprompts.common.problem.ValidationFailed;
import java.util.Base64;
import java.util.UUID;

/** How far a device has come: the last row it was told of. */
record SyncCursor(long revision, SyncType type, UUID id) {

    static final SyncCursor START = new SyncCursor(0, SyncType.GROUP, new UUID(0, 0));

    /** @throws ValidationFailed if the text is no cursor of ours */
    static SyncCursor parse(String cursor) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(cursor), US_ASCII).split(":", -1);
            return new SyncCursor(Long.parseLong(parts[0]), SyncType.valueOf(parts[1]), UUID.fromString(parts[2]));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new ValidationFailed(Fault.of("since", "is not a cursor of a sync"));
        }
    }

    String text() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((revision + ":" + type + ":" + id).getBytes(US_ASCII));
    }
}
