package io.betterprompts.auth;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A part of what is stored about a user.
 *
 * @param tables rows by the name of their table; rows of one table may go on in the next part
 * @param nextCursor asks for the next part; null in the last one
 */
record AccountExport(
        Instant exportedAt,
        Map<String, List<JsonNode>> tables,
        @Nullable String nextCursor) {

    /** A Lambda function answers 6 MB at most, and its body is escaped once more on the way. */
    static final int MAX_BYTES = 2_500_000;

    /** A part that rows are still added to. */
    static final class Draft {

        private final Instant exportedAt;
        private final Map<String, List<JsonNode>> tables = new LinkedHashMap<>();
        private int bytes;
        private boolean hasRoom = true;

        Draft(Instant exportedAt) {
            this.exportedAt = exportedAt;
        }

        boolean hasRoom() {
            return hasRoom;
        }

        /** Those of the rows that fit; the very first row always does. */
        List<PersonalData.Row> add(String table, List<PersonalData.Row> rows) {
            List<JsonNode> added = tables.computeIfAbsent(table, name -> new ArrayList<>());
            for (int i = 0; i < rows.size(); i++) {
                int size = rows.get(i).text().getBytes(UTF_8).length;
                if (bytes > 0 && bytes + size > MAX_BYTES) {
                    hasRoom = false;
                    return rows.subList(0, i);
                }
                added.add(rows.get(i).json());
                bytes += size;
            }
            return rows;
        }

        AccountExport endingAt(Optional<ExportPosition> position) {
            return new AccountExport(
                    exportedAt, tables, position.map(ExportPosition::cursor).orElse(null));
        }
    }
}
