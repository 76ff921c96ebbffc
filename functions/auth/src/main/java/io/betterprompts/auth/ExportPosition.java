package io.betterprompts.auth;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.betterprompts.common.problem.Fault;
import io.betterprompts.common.problem.ValidationFailed;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far an export has come.
 *
 * @param table the place of the table among {@link PersonalTable#ALL}
 * @param after the key of the last row that was handed out of it; null if none was
 */
record ExportPosition(int table, @Nullable UUID after) {

    static final ExportPosition START = new ExportPosition(0, null);

    private static final String NONE = "-";

    /** @throws ValidationFailed if the cursor is none of ours */
    static ExportPosition of(String cursor) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(cursor), US_ASCII).split(":", 2);
            int table = Integer.parseInt(parts[0]);
            PersonalTable.ALL.get(table);
            return new ExportPosition(table, parts[1].equals(NONE) ? null : UUID.fromString(parts[1]));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new ValidationFailed(Fault.of(
                    "cursor", "is not a next_cursor of this export; send it as it came, or none for the first part"));
        }
    }

    ExportPosition after(UUID key) {
        return new ExportPosition(table, key);
    }

    /** The beginning of the next table; empty after the last one. */
    Optional<ExportPosition> nextTable() {
        return table + 1 < PersonalTable.ALL.size()
                ? Optional.of(new ExportPosition(table + 1, null))
                : Optional.empty();
    }

    String cursor() {
        String text = table + ":" + (after == null ? NONE : after.toString());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(US_ASCII));
    }
}
