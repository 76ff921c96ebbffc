package io.betterprompts.history;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The version a label is to point at, by its id or by its number; the contract asks for one of the two. */
record LabelTarget(@Nullable UUID versionId, @Nullable Integer versionNumber) {

    /** Which of the two it is, as a JSON pointer. */
    String field() {
        return versionId == null ? "/version_number" : "/version_id";
    }
}
