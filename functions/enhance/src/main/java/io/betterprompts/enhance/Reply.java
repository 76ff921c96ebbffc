package io.betterprompts.enhance;

import io.betterprompts.common.json.Json;
import io.betterprompts.engine.Enhancement;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** How an enhancement is told: to the caller with its place in the history, to the history without what it has anyway. */
final class Reply {

    private static final Set<String> STORED_APART = Set.of("original_text", "enhanced_text", "edits", "timings_ms");

    private Reply() {}

    static ObjectNode unsaved(Enhanced enhanced) {
        ObjectNode reply = Json.mapper().createObjectNode();
        reply.putNull("id").putNull("history_id").putNull("version");
        return complete(reply, enhanced);
    }

    static ObjectNode saved(StoredVersion stored, Enhanced enhanced) {
        ObjectNode reply = Json.mapper().createObjectNode();
        reply.put("id", stored.id().toString())
                .put("history_id", stored.historyId().toString());
        reply.put("version", stored.number());
        return complete(reply, enhanced);
    }

    /** Everything that explains a version, besides its texts and edits, which have columns of their own. */
    static ObjectNode explanation(Enhancement enhancement) {
        ObjectNode explanation = tree(enhancement);
        explanation.remove(STORED_APART);
        return explanation;
    }

    private static ObjectNode complete(ObjectNode reply, Enhanced enhanced) {
        reply.setAll(tree(enhanced.enhancement()));
        return reply.put("cached", enhanced.cached());
    }

    private static ObjectNode tree(Enhancement enhancement) {
        return Json.mapper().valueToTree(enhancement);
    }
}
