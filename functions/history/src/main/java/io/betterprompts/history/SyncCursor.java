package io.betterprompts.history;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.betterprompts.common.problem.Fault;
import io.betterprompts.common.problem.ValidationFailed;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * How far a device has come.
 *
 * @param at the last row it was told of
 * @param told the types it was told of; of the others it knows nothing, however far it has come
 */
record SyncCursor(SyncKey at, Set<SyncType> told) {

    static final SyncCursor START = new SyncCursor(SyncKey.START, EnumSet.allOf(SyncType.class));

    SyncCursor {
        told = Set.copyOf(told);
    }

    /** @throws ValidationFailed if the text is no cursor of ours */
    static SyncCursor parse(String cursor) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(cursor), US_ASCII).split(":", -1);
            SyncKey at = new SyncKey(Long.parseLong(parts[0]), SyncType.valueOf(parts[1]), UUID.fromString(parts[2]));
            return new SyncCursor(
                    at,
                    parts[3].chars()
                            .mapToObj(digit -> SyncType.at(Character.digit(digit, 10)))
                            .collect(Collectors.toSet()));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new ValidationFailed(Fault.of(
                    "since", "is not a cursor of a sync; send the cursor of the last part as it came, or none"));
        }
    }

    String text() {
        String places = told.stream().sorted().map(type -> "" + type.place()).collect(Collectors.joining());
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((at.revision() + ":" + at.type() + ":" + at.id() + ":" + places).getBytes(US_ASCII));
    }
}
