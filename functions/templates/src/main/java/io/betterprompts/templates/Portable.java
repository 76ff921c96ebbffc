package io.betterprompts.templates;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of an account's templates and history, as it is exported and can be imported again.
 *
 * @param nextCursor asks for the next part; null if this is the last one
 */
record Portable(
        String format,
        int version,
        Instant exportedAt,
        List<PortableTemplate> templates,
        List<PortableGroup> history,
        @Nullable String nextCursor) {

    Portable(
            Instant exportedAt,
            List<PortableTemplate> templates,
            List<PortableGroup> history,
            @Nullable String nextCursor) {
        this("betterprompts", 1, exportedAt, List.copyOf(templates), List.copyOf(history), nextCursor);
    }
}
