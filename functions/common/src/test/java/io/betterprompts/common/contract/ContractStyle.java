package io.betterprompts.common.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The rules a contract is written by, beyond those of OpenAPI itself. */
final class ContractStyle {

    private static final String PROBLEM = "application/problem+json";
    /** What each operation answers where something stands before the gateway, and the request went around it. */
    private static final String AROUND = "not-through-the-edge";

    private static final Pattern PATH = Pattern.compile("(/(\\{[a-z_]+}|[a-z0-9.-]+))+");
    private static final Pattern PROPERTY = Pattern.compile("[a-z][a-z0-9]*(_[a-z0-9]+)*");
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

    private final ContractReader reader;
    private final JsonNode document;
    private final List<String> faults = new ArrayList<>();

    private ContractStyle(ContractReader reader) {
        this.reader = reader;
        this.document = reader.document();
    }

    /** What breaks a rule, and where. */
    static List<String> faults(ContractReader reader) {
        ContractStyle style = new ContractStyle(reader);
        style.document.path("paths").properties().forEach(path -> {
            style.require(PATH.matcher(path.getKey()).matches(), path.getKey(), "is not in kebab-case");
            path.getValue().properties().stream()
                    .filter(entry -> METHODS.contains(entry.getKey()))
                    .forEach(entry -> style.operation(path.getKey(), entry.getKey(), entry.getValue()));
        });
        style.walk("", style.document);
        style.unused();
        return style.faults;
    }

    private void require(boolean holds, String where, String what) {
        if (!holds) {
            faults.add(where + " " + what);
        }
    }

    private void operation(String path, String method, JsonNode operation) {
        String at = method.toUpperCase(Locale.ROOT) + " " + path;
        require(
                operation.path("operationId").asString("").matches("[a-z][A-Za-z]+"),
                at,
                "has no operationId in camelCase");
        require(!operation.path("summary").asString("").isEmpty(), at, "has no summary");
        require(
                tags().containsAll(texts(operation.path("tags"))) && operation.has("tags"),
                at,
                "has no tag of the list");
        require(
                operation.path("deprecated").asBoolean(false) == operation.has("x-alias-of"),
                at,
                "is deprecated without being an alias, or the other way round");
        statuses(operation)
                .forEach(status -> require(operation.path("responses").has(status), at, "does not list " + status));
        operation.path("responses").properties().forEach(response -> {
            String pointer = reader.resolve(
                    "/paths/" + ContractReader.escape(path) + "/" + method + "/responses/" + response.getKey());
            response(at, response.getKey(), document.at(pointer));
        });
    }

    private Set<String> tags() {
        return new TreeSet<>(document.path("tags").findValuesAsString("name"));
    }

    private static Set<String> texts(JsonNode array) {
        return new TreeSet<>(array.valueStream().map(JsonNode::asString).toList());
    }

    /** What an operation can always answer, from what it takes. */
    private List<String> statuses(JsonNode operation) {
        List<String> statuses = new ArrayList<>(List.of("400", "403", "429", "500"));
        boolean isSecured = operation.has("security")
                ? !operation.path("security").isEmpty()
                : !document.path("security").isEmpty();
        if (isSecured) {
            statuses.addAll(List.of("401", "503"));
        }
        if (operation.has("requestBody")) {
            statuses.addAll(List.of("413", "415"));
        }
        if (operation.has("requestBody")
                && !speaksOtherwise(operation.path("responses").path("400"))) {
            statuses.add("422");
        }
        operation.path("parameters").valueStream().map(this::resolve).forEach(parameter -> {
            switch (parameter.path("name").asString("")) {
                case "If-Match" -> statuses.add("412");
                case "Idempotency-Key" -> statuses.add("409");
                case "id" -> statuses.addAll(List.of("404", "422"));
                default -> {}
            }
        });
        return statuses;
    }

    /** By a protocol that has errors of its own. */
    private boolean speaksOtherwise(JsonNode response) {
        return resolve(response).path("content").has("application/json");
    }

    private void response(String at, String status, JsonNode response) {
        String where = at + " " + status;
        require(status.matches("[1-5]\\d\\d"), where, "is no status");
        require(response.path("headers").has("X-Request-Id"), where, "has no X-Request-Id");
        require(!response.path("description").asString("").isEmpty(), where, "has no description");
        JsonNode problem = response.path("content").path(PROBLEM);
        boolean isProblem = (status.startsWith("4") || status.equals("500")) && !speaksOtherwise(response);
        require(!isProblem || !problem.path("examples").isEmpty(), where, "names no problem");
        require(
                !status.equals("403") || problem.path("examples").has(AROUND),
                where,
                "does not say that the request may have come the wrong way");
        problem.path("examples").properties().forEach(example -> {
            JsonNode value = resolve(example.getValue()).path("value");
            require(
                    value.path("status").asString("").equals(status),
                    where,
                    "has a problem of another status: " + example.getKey());
            require(
                    value.path("type").asString("").equals("/problems/" + example.getKey()),
                    where,
                    "has a problem of another type: " + example.getKey());
        });
    }

    private JsonNode resolve(JsonNode node) {
        return node.has("$ref") ? document.at(node.path("$ref").asString().substring(1)) : node;
    }

    /** Names and examples, wherever they stand. */
    private void walk(String pointer, JsonNode node) {
        if (pointer.startsWith("/components/requestBodies/") || pointer.startsWith("/components/responses/")) {
            node.path("content")
                    .properties()
                    .forEach(media ->
                            examples(pointer + "/content/" + ContractReader.escape(media.getKey()), media.getValue()));
        }
        if (pointer.matches("/components/schemas/[A-Za-z]+") && node.has("examples")) {
            node.path("examples").forEach(example -> example(pointer, example, pointer));
        }
        if (pointer.startsWith("/components") && pointer.endsWith("/properties") && !pointer.contains("/example")) {
            node.propertyNames()
                    .forEach(name ->
                            require(PROPERTY.matcher(name).matches(), pointer, "is not in snake_case: " + name));
        }
        if (node.isObject()) {
            node.properties()
                    .forEach(entry -> walk(pointer + "/" + ContractReader.escape(entry.getKey()), entry.getValue()));
        }
    }

    private void examples(String at, JsonNode media) {
        boolean isBody = at.startsWith("/components/requestBodies/");
        Stream<JsonNode> examples = media.has("example")
                ? Stream.of(media.path("example"))
                : media.path("examples")
                        .valueStream()
                        .map(example -> resolve(example).path("value"));
        List<JsonNode> all = examples.toList();
        require(!isBody || !all.isEmpty() || at.endsWith("application~1json"), at, "has no example");
        all.forEach(example -> example(at, example, at + "/schema"));
    }

    private void example(String at, JsonNode example, String schema) {
        reader.shape(schema)
                .violations(example)
                .forEach(violation -> faults.add(at + " has an example that breaks its schema: " + violation));
    }

    private void unused() {
        Set<String> used = new TreeSet<>();
        Matcher reference =
                Pattern.compile("#(/components/[A-Za-z]+/[A-Za-z0-9_-]+)").matcher(document.toString());
        while (reference.find()) {
            used.add(reference.group(1));
        }
        document.path("components").properties().stream()
                .filter(kind -> !kind.getKey().equals("securitySchemes"))
                .forEach(kind -> kind.getValue()
                        .propertyNames()
                        .forEach(name -> require(
                                used.contains("/components/" + kind.getKey() + "/" + name),
                                "/components/" + kind.getKey() + "/" + name,
                                "is used by nobody")));
    }
}
