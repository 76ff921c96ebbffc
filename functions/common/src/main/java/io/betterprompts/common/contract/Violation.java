package io.betterprompts.common.contract;

import com.networknt.schema.Error;
import tools.jackson.databind.JsonNode;

/**
 * One way in which a value breaks its schema.
 *
 * @param pointer where, as a JSON pointer from the value's root
 * @param detail what must change, in words that never repeat the value
 */
public record Violation(String pointer, String detail) {

    /** @param root of the schema that was broken, with all that it refers to */
    static Violation of(Error error, JsonNode root) {
        String at = error.getInstanceLocation().toString();
        String detail = Wording.of(error, root);
        return switch (error.getKeyword()) {
            case "required", "additionalProperties", "unevaluatedProperties", "dependentRequired" ->
                new Violation(at + "/" + escape(error.getProperty()), detail);
            default -> new Violation(at, detail);
        };
    }

    private static String escape(String property) {
        return property.replace("~", "~0").replace("/", "~1");
    }
}
