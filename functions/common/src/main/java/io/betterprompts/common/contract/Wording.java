package io.betterprompts.common.contract;

import com.networknt.schema.Error;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Says of a value that breaks its schema what would be right. What the value is never shows, only its kind and length. */
final class Wording {

    private static final Map<String, String> EXAMPLES = Map.of(
            "uuid", "0198c5a4-7d1e-7c33-9a52-0d6a1f3f5b10",
            "date-time", "2026-11-22T10:15:30Z");

    private Wording() {}

    static String of(Error error, JsonNode root) {
        JsonNode limit = error.getSchemaNode();
        JsonNode value = error.getInstanceNode();
        return switch (error.getKeyword()) {
            case "required", "dependentRequired" ->
                isChoice(error) ? "is required, or one of its alternatives" : "is required";
            case "additionalProperties", "unevaluatedProperties" -> "is not known here" + known(error, root);
            case "type" -> "must be " + types(limit) + ", not " + kind(value);
            case "format" -> "must be a valid " + limit.asString() + example(limit.asString());
            case "pattern" -> limit.asString().equals("\\S") ? "must not be blank" : "must match " + limit.asString();
            case "enum" -> "must be one of " + values(limit);
            case "const" -> "must be " + limit;
            case "minLength" -> "must have at least " + count(limit, "character");
            case "maxLength" -> "must have at most " + count(limit, "character") + ", not " + length(value);
            case "minItems" -> "must have at least " + count(limit, "item");
            case "maxItems" -> "must have at most " + count(limit, "item") + ", not " + number(value.size());
            case "uniqueItems" -> "must not hold the same item twice";
            case "minProperties" -> "must have at least one of the fields" + known(error, root);
            case "maxProperties" -> "must have at most " + count(limit, "field");
            case "propertyNames" ->
                "must have names that match " + limit.path("pattern").asString("their schema");
            case "minimum" -> "must be at least " + limit;
            case "maximum" -> "must be at most " + limit;
            default -> error.getMessage();
        };
    }

    private static boolean isChoice(Error error) {
        return error.getEvaluationPath().toString().matches(".*/(any|one)Of/.*");
    }

    /** Of what an object may have, where that is a list. */
    private static String known(Error error, JsonNode root) {
        String fragment = error.getSchemaLocation().getFragment().toString();
        String parent = fragment.substring(0, fragment.lastIndexOf('/'));
        List<String> names = List.copyOf(root.at(parent + "/properties").propertyNames().stream()
                .sorted()
                .toList());
        return names.isEmpty() ? "" : "; there " + (names.size() == 1 ? "is " : "are ") + String.join(", ", names);
    }

    private static String types(JsonNode type) {
        Stream<JsonNode> types = type.isArray() ? type.valueStream() : Stream.of(type);
        return types.map(t -> withArticle(t.asString())).collect(Collectors.joining(" or "));
    }

    private static String kind(JsonNode value) {
        return withArticle(
                switch (value.getNodeType()) {
                    case NUMBER -> value.isIntegralNumber() ? "integer" : "number";
                    default -> value.getNodeType().name().toLowerCase(Locale.ROOT);
                });
    }

    private static String withArticle(String type) {
        return switch (type) {
            case "null" -> type;
            case "array", "integer", "object" -> "an " + type;
            default -> "a " + type;
        };
    }

    private static String example(String format) {
        String example = EXAMPLES.get(format);
        return example == null ? "" : ", such as " + example;
    }

    private static String values(JsonNode values) {
        return values.valueStream().map(JsonNode::asString).collect(Collectors.joining(", "));
    }

    private static String count(JsonNode limit, String thing) {
        return number(limit.asInt()) + " " + thing + (limit.asInt() == 1 ? "" : "s");
    }

    private static String length(JsonNode value) {
        String text = value.asString("");
        return number(text.codePointCount(0, text.length()));
    }

    private static String number(int number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
