package io.betterprompts.common.contract;

import com.networknt.schema.Error;

/**
 * One way in which a value breaks its schema.
 *
 * @param pointer where, as a JSON pointer from the value's root
 * @param detail what must change, in words that never repeat the value
 */
public record Violation(String pointer, String detail) {

    static Violation of(Error error) {
        String at = error.getInstanceLocation().toString();
        return switch (error.getKeyword()) {
            case "required", "additionalProperties", "unevaluatedProperties", "dependentRequired" ->
                new Violation(at + "/" + escape(error.getProperty()), propertyDetail(error));
            case "format" ->
                new Violation(at, "must be a valid " + error.getSchemaNode().asString());
            case "pattern" -> new Violation(at, "does not have the required form");
            case "enum", "const" -> new Violation(at, "must be one of " + error.getSchemaNode());
            default -> new Violation(at, error.getMessage());
        };
    }

    private static String propertyDetail(Error error) {
        return error.getKeyword().endsWith("equired") ? "is required" : "is not known here";
    }

    private static String escape(String property) {
        return property.replace("~", "~0").replace("/", "~1");
    }
}
