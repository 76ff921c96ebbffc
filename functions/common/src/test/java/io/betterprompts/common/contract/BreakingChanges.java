package io.betterprompts.common.contract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * What a client of one contract cannot live with in a later one: operations and fields that are gone, requests that are
 * refused now, answers that lack what they had or hold what nobody expected.
 */
final class BreakingChanges {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

    /** Limits that narrow when they grow, and those that narrow when they shrink. */
    private static final List<String> LEAST = List.of("minLength", "minItems", "minProperties", "minimum");

    private static final List<String> MOST = List.of("maxLength", "maxItems", "maxProperties", "maximum");

    private final JsonNode before;
    private final JsonNode after;
    private final Set<String> found = new TreeSet<>();
    private final Set<List<Object>> compared = new HashSet<>();

    private BreakingChanges(JsonNode before, JsonNode after) {
        this.before = before;
        this.after = after;
    }

    static Set<String> between(JsonNode before, JsonNode after) {
        BreakingChanges changes = new BreakingChanges(before, after);
        before.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(entry -> METHODS.contains(entry.getKey()))
                        .forEach(entry -> changes.operation(
                                entry.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(),
                                entry.getValue(),
                                after.path("paths").path(path.getKey()).path(entry.getKey()))));
        return changes.found;
    }

    private void operation(String at, JsonNode old, JsonNode now) {
        if (now.isMissingNode()) {
            found.add(at + " is gone");
            return;
        }
        if (!old.path("operationId").equals(now.path("operationId"))) {
            found.add(at + " has another operationId");
        }
        if (!old.path("x-scope").equals(now.path("x-scope")) || isStricter(old, now)) {
            found.add(at + " asks for another credential");
        }
        parameters(at, old, now);
        body(at, old, now);
        responses(at, old.path("responses"), now.path("responses"));
    }

    /** Ways in that were open and are not any more. */
    private boolean isStricter(JsonNode old, JsonNode now) {
        Set<JsonNode> ways = ways(old, before);
        Set<JsonNode> left = ways(now, after);
        return !left.isEmpty() && (ways.isEmpty() || !left.containsAll(ways));
    }

    private static Set<JsonNode> ways(JsonNode operation, JsonNode document) {
        JsonNode security = operation.has("security") ? operation.path("security") : document.path("security");
        return security.valueStream().collect(Collectors.toSet());
    }

    private void parameters(String at, JsonNode old, JsonNode now) {
        List<JsonNode> known = old.path("parameters")
                .valueStream()
                .map(p -> resolve(p, before))
                .toList();
        List<JsonNode> left =
                now.path("parameters").valueStream().map(p -> resolve(p, after)).toList();
        for (JsonNode parameter : known) {
            JsonNode same = same(parameter, left);
            String where = at + " parameter " + parameter.path("name").asString();
            if (same.isMissingNode()) {
                found.add(where + " is gone");
            } else {
                request(where, parameter.path("schema"), same.path("schema"));
            }
        }
        for (JsonNode parameter : left) {
            boolean wasOptional = !same(parameter, known).path("required").asBoolean(false);
            if (parameter.path("required").asBoolean(false) && wasOptional) {
                found.add(at + " parameter " + parameter.path("name").asString() + " is required now");
            }
        }
    }

    private static JsonNode same(JsonNode parameter, List<JsonNode> others) {
        return others.stream()
                .filter(o -> o.path("name").equals(parameter.path("name"))
                        && o.path("in").equals(parameter.path("in")))
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    private void body(String at, JsonNode old, JsonNode now) {
        JsonNode was = resolve(old.path("requestBody"), before);
        JsonNode is = resolve(now.path("requestBody"), after);
        if (is.path("required").asBoolean(false) && !was.path("required").asBoolean(false)) {
            found.add(at + " body is required now");
        }
        was.path("content").properties().forEach(media -> {
            JsonNode same = is.path("content").path(media.getKey());
            if (same.isMissingNode()) {
                found.add(at + " takes no " + media.getKey() + " any more");
            } else {
                request(at + " body", media.getValue().path("schema"), same.path("schema"));
            }
        });
    }

    private void responses(String at, JsonNode old, JsonNode now) {
        old.properties().stream()
                .filter(entry -> entry.getKey().startsWith("2"))
                .forEach(entry -> {
                    String where = at + " " + entry.getKey();
                    JsonNode was = resolve(entry.getValue(), before);
                    JsonNode is = resolve(now.path(entry.getKey()), after);
                    if (is.isMissingNode()) {
                        found.add(where + " is gone");
                    }
                    was.path("headers").propertyNames().stream()
                            .filter(name ->
                                    !is.isMissingNode() && !is.path("headers").has(name))
                            .forEach(name -> found.add(where + " header " + name + " is gone"));
                    was.path("content").properties().stream()
                            .filter(media -> !is.isMissingNode())
                            .forEach(media -> response(
                                    where,
                                    media.getValue().path("schema"),
                                    is.path("content").path(media.getKey()).path("schema")));
                });
    }

    /** What clients send and must be able to go on sending. */
    private void request(String at, JsonNode old, JsonNode now) {
        JsonNode was = resolve(old, before);
        JsonNode is = resolve(now, after);
        if (!compared.add(List.of("request", was, is)) || was.equals(is)) {
            return;
        }
        missing(types(was), types(is)).forEach(type -> found.add(at + " takes no " + type + " any more"));
        missing(values(was), values(is)).forEach(value -> found.add(at + " takes no " + value + " any more"));
        LEAST.stream()
                .filter(limit -> limit(is, limit, -1) > limit(was, limit, -1))
                .forEach(limit -> found.add(at + " has a higher " + limit));
        MOST.stream()
                .filter(limit -> limit(is, limit, Double.MAX_VALUE) < limit(was, limit, Double.MAX_VALUE))
                .forEach(limit -> found.add(at + " has a lower " + limit));
        if (is.has("pattern") && !is.path("pattern").equals(was.path("pattern"))) {
            found.add(at + " has another pattern");
        }
        names(is.path("required")).stream()
                .filter(name -> !names(was.path("required")).contains(name))
                .forEach(name -> found.add(at + "/" + name + " is required now"));
        boolean isClosed = is.path("additionalProperties").isBoolean()
                && !is.path("additionalProperties").booleanValue();
        was.path("properties").properties().forEach(property -> {
            JsonNode same = is.path("properties").path(property.getKey());
            if (!same.isMissingNode()) {
                request(at + "/" + property.getKey(), property.getValue(), same);
            } else if (isClosed) {
                found.add(at + "/" + property.getKey() + " is not taken any more");
            }
        });
        below(was, is).forEach(pair -> request(at + "/*", pair.getFirst(), pair.getLast()));
    }

    /** What clients read and must go on finding. */
    private void response(String at, JsonNode old, JsonNode now) {
        JsonNode was = resolve(old, before);
        JsonNode is = resolve(now, after);
        if (!compared.add(List.of("response", was, is)) || was.equals(is)) {
            return;
        }
        missing(types(is), types(was)).forEach(type -> found.add(at + " can be " + type + " now"));
        missing(values(is), values(was)).forEach(value -> found.add(at + " can be " + value + " now"));
        names(was.path("required")).stream()
                .filter(name -> !names(is.path("required")).contains(name))
                .forEach(name -> found.add(at + "/" + name + " is not always there any more"));
        was.path("properties").properties().forEach(property -> {
            JsonNode same = is.path("properties").path(property.getKey());
            if (same.isMissingNode()) {
                found.add(at + "/" + property.getKey() + " is gone");
            } else {
                response(at + "/" + property.getKey(), property.getValue(), same);
            }
        });
        below(was, is).forEach(pair -> response(at + "/*", pair.getFirst(), pair.getLast()));
    }

    /** Those of the one that the other lacks; one that lists nothing lacks nothing. */
    private static Set<String> missing(Set<String> some, Set<String> others) {
        Set<String> missing = new TreeSet<>(some);
        missing.removeAll(others);
        return others.isEmpty() ? Set.of() : missing;
    }

    private static List<List<JsonNode>> below(JsonNode was, JsonNode is) {
        List<List<JsonNode>> pairs = new ArrayList<>();
        for (String place : List.of("items", "additionalProperties")) {
            if (was.path(place).isObject() && is.path(place).isObject()) {
                pairs.add(List.of(was.path(place), is.path(place)));
            }
        }
        for (int i = 0; i < Math.min(was.path("allOf").size(), is.path("allOf").size()); i++) {
            pairs.add(List.of(was.path("allOf").get(i), is.path("allOf").get(i)));
        }
        return pairs;
    }

    private static Set<String> types(JsonNode schema) {
        JsonNode type = schema.path("type");
        return type.isArray() ? names(type) : type.isMissingNode() ? Set.of() : Set.of(type.asString());
    }

    private static Set<String> values(JsonNode schema) {
        return schema.has("const") ? Set.of(schema.path("const").toString()) : names(schema.path("enum"));
    }

    private static Set<String> names(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).collect(Collectors.toCollection(TreeSet::new));
    }

    private static double limit(JsonNode schema, String name, double none) {
        return schema.path(name).asDouble(none);
    }

    private static JsonNode resolve(JsonNode node, JsonNode document) {
        return node.has("$ref")
                ? resolve(document.at(node.path("$ref").asString().substring(1)), document)
                : node;
    }
}
