package io.betterprompts.common.json;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** JSON merge patches (RFC 7396). */
public final class MergePatch {

    private MergePatch() {}

    /** What a value becomes by a patch. Neither of the two is changed. */
    public static JsonNode apply(JsonNode target, JsonNode patch) {
        if (!patch.isObject()) {
            return patch;
        }
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        if (target.isObject()) {
            target.properties().forEach(p -> result.set(p.getKey(), p.getValue()));
        }
        patch.properties().forEach(p -> {
            if (p.getValue().isNull()) {
                result.remove(p.getKey());
            } else {
                result.set(p.getKey(), apply(result.path(p.getKey()), p.getValue()));
            }
        });
        return result;
    }
}
