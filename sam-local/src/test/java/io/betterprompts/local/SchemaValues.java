package io.betterprompts.local;

import io.betterprompts.common.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Values that satisfy a schema of the contract, at its limits as often as within them. */
final class SchemaValues {

    /** Longer texts and lists prove nothing more and take long. */
    private static final int MOST_ITEMS = 4;

    private static final int DEEPEST = 6;

    /** What random words cannot hit: fields that mean a thing that exists, and texts in a language of their own. */
    private static final Map<String, String> MEANT = Map.ofEntries(
            Map.entry("email", "@new@example.com"),
            Map.entry("username", "@new"),
            Map.entry("email_or_username", "@name"),
            Map.entry("password", "correct horse battery"),
            Map.entry("current_password", "correct horse battery"),
            Map.entry("new_password", "staple under seven moons"),
            Map.entry("refresh_token", "@refresh"),
            Map.entry("version_id", "@version"),
            Map.entry("history_id", "@history"),
            Map.entry("expires_at", "2099-01-01T00:00:00Z"));

    private final JsonNode document;

    SchemaValues(JsonNode document) {
        this.document = document;
    }

    /** What a field of this name has to hold, where that is nothing to make up. */
    static Optional<String> meaning(String field) {
        return Optional.ofNullable(MEANT.get(field));
    }

    Arbitrary<JsonNode> valid(JsonNode schema) {
        return valid(schema, "", 0);
    }

    private Arbitrary<JsonNode> valid(JsonNode raw, String name, int depth) {
        JsonNode schema = resolve(raw);
        if (schema.has("const")) {
            return Arbitraries.just(schema.path("const"));
        }
        if (schema.has("enum")) {
            return Arbitraries.of(schema.path("enum").valueStream().toList());
        }
        if (schema.has("oneOf")) {
            return Arbitraries.of(schema.path("oneOf").valueStream().toList()).flatMap(s -> valid(s, name, depth));
        }
        List<String> types = types(schema);
        return Arbitraries.of(types).flatMap(type -> ofType(type, schema, name, depth));
    }

    private static List<String> types(JsonNode schema) {
        JsonNode type = schema.path("type");
        if (type.isArray()) {
            return type.valueStream().map(JsonNode::asString).toList();
        }
        return List.of(type.asString(schema.has("properties") ? "object" : "string"));
    }

    private Arbitrary<JsonNode> ofType(String type, JsonNode schema, String name, int depth) {
        return switch (type) {
            case "null" -> Arbitraries.just(Json.mapper().nullNode());
            case "boolean" -> Arbitraries.of(true, false).map(SchemaValues::node);
            case "integer" -> integers(schema).map(SchemaValues::node);
            case "number" -> Arbitraries.of(0.0, -1.5, 3.0, 1e15).map(SchemaValues::node);
            case "array" -> arrays(schema, name, depth);
            case "object" -> objects(schema, depth);
            default -> strings(schema, name);
        };
    }

    private static Arbitrary<Long> integers(JsonNode schema) {
        long low = schema.path("minimum").asLong(0);
        long high = schema.path("maximum").asLong(Integer.MAX_VALUE);
        return Arbitraries.frequencyOf(
                Tuple.of(1, Arbitraries.of(low, high)),
                Tuple.of(3, Arbitraries.longs().between(low, Math.min(high, low + 5))));
    }

    private Arbitrary<JsonNode> arrays(JsonNode schema, String name, int depth) {
        int low = schema.path("minItems").asInt(0);
        int high = Math.max(low, Math.min(MOST_ITEMS, schema.path("maxItems").asInt(MOST_ITEMS)));
        JsonNode items = schema.has("items") ? schema.path("items") : node(Map.of("type", "string"));
        boolean isSet = schema.path("uniqueItems").asBoolean(false);
        return valid(items, name, depth + 1)
                .list()
                .ofMinSize(low)
                .ofMaxSize(isSet ? Math.max(low, 1) : high)
                .map(SchemaValues::node);
    }

    private Arbitrary<JsonNode> objects(JsonNode schema, int depth) {
        ObjectNode whole = whole(schema);
        Set<String> required = new TreeSet<>();
        whole.path("required").forEach(field -> required.add(field.asString()));
        Arbitrary<Set<String>> chosen = Arbitraries.frequencyOf(
                Tuple.of(1, Arbitraries.just(required)),
                Tuple.of(1, Arbitraries.just(all(whole, depth))),
                Tuple.of(2, some(whole, required, depth)));
        return chosen.map(names -> within(whole, names)).flatMap(names -> object(whole, names, depth));
    }

    /** Of those of which a body may have one, or needs one more. */
    private static Set<String> within(JsonNode schema, Set<String> names) {
        Set<String> fitting = new TreeSet<>(names);
        JsonNode first = schema.path("anyOf").path(0).path("required");
        first.forEach(field -> fitting.add(field.asString()));
        if (fitting.size() < schema.path("minProperties").asInt(0)) {
            fitting.add(schema.path("properties").propertyNames().iterator().next());
        }
        int most = schema.path("maxProperties").asInt(Integer.MAX_VALUE);
        return new TreeSet<>(fitting.stream().limit(most).toList());
    }

    private static Set<String> all(JsonNode schema, int depth) {
        return depth > DEEPEST
                ? Set.of()
                : new TreeSet<>(schema.path("properties").propertyNames());
    }

    private static Arbitrary<Set<String>> some(JsonNode schema, Set<String> required, int depth) {
        Set<String> all = all(schema, depth);
        return all.isEmpty()
                ? Arbitraries.just(required)
                : Arbitraries.of(all).set().ofMaxSize(all.size()).map(some -> {
                    Set<String> names = new TreeSet<>(required);
                    names.addAll(some);
                    return names;
                });
    }

    private Arbitrary<JsonNode> object(JsonNode schema, Set<String> names, int depth) {
        List<Arbitrary<JsonNode>> values = new ArrayList<>();
        names.forEach(name -> values.add(valid(schema.path("properties").path(name), name, depth + 1)));
        return Combinators.combine(values).as(made -> {
            Map<String, JsonNode> object = new LinkedHashMap<>();
            List<String> inOrder = List.copyOf(names);
            for (int i = 0; i < made.size(); i++) {
                object.put(inOrder.get(i), made.get(i));
            }
            return node(object);
        });
    }

    /** With what {@code allOf} adds to it. */
    private ObjectNode whole(JsonNode schema) {
        ObjectNode whole = (ObjectNode) schema.deepCopy();
        schema.path("allOf").forEach(part -> {
            JsonNode more = resolve(part);
            more.path("properties")
                    .properties()
                    .forEach(p -> whole.withObjectProperty("properties").set(p.getKey(), p.getValue()));
            more.path("required")
                    .forEach(name -> whole.withArrayProperty("required").add(name));
        });
        return whole;
    }

    private static Arbitrary<JsonNode> strings(JsonNode schema, String name) {
        if (MEANT.containsKey(name)) {
            return Arbitraries.just(node(MEANT.get(name)));
        }
        return switch (schema.path("format").asString("")) {
            case "uuid" ->
                Arbitraries.of("@history", "0198c5a4-7d1e-7c33-9a52-0d6a1f3f5b10")
                        .map(SchemaValues::node);
            case "date-time" ->
                Arbitraries.of(
                                "2026-11-22T10:15:30Z",
                                "2000-02-29T23:59:60+14:00",
                                "9999-12-31T23:59:59.999999999-12:00")
                        .map(SchemaValues::node);
            default -> texts(schema).map(SchemaValues::node);
        };
    }

    private static Arbitrary<String> texts(JsonNode schema) {
        int low = schema.path("minLength").asInt(0);
        int high = schema.path("maxLength").asInt(200);
        Pattern pattern = Pattern.compile(schema.path("pattern").asString(""), Pattern.UNICODE_CHARACTER_CLASS);
        Arbitrary<String> words = Arbitraries.of(
                        "Write a poem about the sea, keep {{style}}",
                        "übersetze «das»\n```java\nint x = 1;\n```\n",
                        "写一首诗 😀 \u202Eabc",
                        "' or 1=1; -- $$ %s \\ \" \t")
                .map(text -> text.substring(
                        0, text.offsetByCodePoints(0, Math.min(high, text.codePointCount(0, text.length())))));
        Arbitrary<String> plain = Arbitraries.of(low, high, Math.min(high, low + 3))
                .flatMap(length -> Arbitraries.strings().withCharRange('a', 'z').ofLength(Math.min(length, 30_000)));
        return Arbitraries.frequencyOf(Tuple.of(3, plain), Tuple.of(3, words))
                .map(text -> fits(text, low, pattern) ? text : "a".repeat(Math.max(low, 1)))
                .map(text -> fits(text, low, pattern) ? text : example(schema));
    }

    private static boolean fits(String text, int low, Pattern pattern) {
        return text.codePointCount(0, text.length()) >= low
                && pattern.matcher(text).find();
    }

    private static String example(JsonNode schema) {
        return schema.path("examples").path(0).asString(schema.path("default").asString("a"));
    }

    private JsonNode resolve(JsonNode schema) {
        return schema.has("$ref")
                ? resolve(document.at(schema.path("$ref").asString().substring(1)))
                : schema;
    }

    private static JsonNode node(Object value) {
        return Json.mapper().valueToTree(value);
    }
}
