package io.betterprompts.enhance;

import io.betterprompts.common.text.Tags;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A prompt group as the operations on history show it, for whoever took it for another state. */
record GroupState(
        UUID id,
        String title,
        @Nullable String intent,
        String status,
        boolean favourite,
        Tags tags,
        int currentVersionNumber,
        Instant createdAt,
        Instant updatedAt,
        long version,
        String originalPrompt) {

    static GroupState of(ResultSet row, int number) throws SQLException {
        return new GroupState(
                row.getObject("id", UUID.class),
                row.getString("title"),
                row.getString("intent"),
                row.getString("status"),
                row.getBoolean("favourite"),
                Tags.of(row.getArray("tags")),
                row.getInt("current_version_number"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("updated_at", OffsetDateTime.class).toInstant(),
                row.getLong("version"),
                row.getString("original_prompt"));
    }
}
