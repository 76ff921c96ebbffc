package io.betterprompts.enhance;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What other rules would make of a part of the history.
 *
 * @param rules the hashes of both rule sets
 * @param totals over this part
 */
record Replay(
        Compared<String> rules,
        List<ReplayedPrompt> items,
        ReplayTotals totals,
        @Nullable String nextCursor) {

    Replay {
        items = List.copyOf(items);
    }
}
