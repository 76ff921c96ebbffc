package io.betterprompts.local;

import io.betterprompts.common.contract.Contract;
import io.betterprompts.common.contract.Operation;
import io.betterprompts.common.json.Json;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Requests made up from the contract: valid ones, ones at the limits, and ones that are wrong in one way. */
final class FuzzRequests {

    /** Those that hash a password, by design for a quarter of a second, and those that use up a login. */
    private static final Set<String> RARE = Set.of(
            "register", "logIn", "refreshLogin", "changePassword", "deleteAccount", "logOut", "logOutEverywhere");

    private static final List<String> ODD_PARTS = List.of(
            "0198c5a4-7d1e-7c33-9a52-000000000000",
            "not-a-uuid",
            "0",
            "-1",
            "99999999999999999999",
            "1.0",
            "null",
            "%20",
            "%C3%A9",
            "a%0Ab",
            "%F0%9F%98%80",
            "x".repeat(250));

    private final Contract contract = Contract.load();
    private final JsonNode document =
            Json.mapper().valueToTree(new Yaml(new SafeConstructor(new LoaderOptions())).<Object>load(contract.text()));
    private final SchemaValues values = new SchemaValues(document);
    private final ContractExamples examples = new ContractExamples();

    List<Operation> operations() {
        return contract.operations();
    }

    Arbitrary<FuzzRequest> any() {
        List<Tuple.Tuple2<Integer, Operation>> weighed = new ArrayList<>();
        operations().forEach(o -> weighed.add(Tuple.of(RARE.contains(o.handledAs()) ? 1 : 12, o)));
        return Arbitraries.frequency(weighed).flatMap(this::of);
    }

    /** As the contract's examples show it; such a request succeeds. */
    FuzzRequest example(Operation operation) {
        Optional<byte[]> body = operation.body().map(b -> bytes(meant(examples.body(operation))));
        String query = operation.path().endsWith("/diff") ? "?against=original" : "";
        return request(operation, "example", target(operation, Map.of()) + query, Map.of(), body);
    }

    private Arbitrary<FuzzRequest> of(Operation operation) {
        List<Arbitrary<FuzzRequest>> kinds =
                new ArrayList<>(List.of(valid(operation), valid(operation), oddTarget(operation)));
        kinds.add(oddHeaders(operation));
        if (operation.body().isPresent()) {
            kinds.add(wrongBody(operation));
            kinds.add(wrongBody(operation));
            kinds.add(noBody(operation));
        }
        return Arbitraries.of(kinds).flatMap(kind -> kind);
    }

    private Arbitrary<FuzzRequest> valid(Operation operation) {
        return Combinators.combine(queries(operation), bodies(operation))
                .as((query, body) -> request(
                        operation,
                        "valid",
                        target(operation, Map.of()) + query,
                        Map.of(),
                        body.map(FuzzRequests::bytes)));
    }

    private Arbitrary<FuzzRequest> wrongBody(Operation operation) {
        return Combinators.combine(
                        queries(operation),
                        bodies(operation).flatMap(body -> BrokenBodies.wrongInOnePlace(body.orElseThrow())))
                .as((query, body) -> request(
                        operation,
                        "wrong body",
                        target(operation, Map.of()) + query,
                        Map.of(),
                        Optional.of(bytes(body))));
    }

    private Arbitrary<FuzzRequest> noBody(Operation operation) {
        Arbitrary<String> types = Arbitraries.of(
                "application/json",
                "application/json; charset=utf-16",
                "text/plain",
                "application/xml",
                "x",
                "a/b+json");
        return Combinators.combine(BrokenBodies.none(), types)
                .as((body, type) -> request(
                        operation,
                        "no body",
                        target(operation, Map.of()),
                        Map.of("content-type", type),
                        Optional.of(body)));
    }

    private Arbitrary<FuzzRequest> oddTarget(Operation operation) {
        Arbitrary<Boolean> inPath =
                operation.path().contains("{") ? Arbitraries.of(true, false) : Arbitraries.just(false);
        return Combinators.combine(Arbitraries.of(ODD_PARTS), inPath, bodies(operation))
                .as((odd, path, body) -> {
                    Map<String, String> parts = new LinkedHashMap<>();
                    String query = "?" + (path ? "unknown=1" : oddQuery(operation, odd));
                    parameters(operation, "path")
                            .forEach(p -> parts.put(p.path("name").asString(), odd));
                    String target = target(operation, path ? parts : Map.of());
                    return request(operation, "odd target", target + query, Map.of(), body.map(FuzzRequests::bytes));
                });
    }

    private String oddQuery(Operation operation, String odd) {
        List<String> pairs = new ArrayList<>(List.of("unknown=" + odd, "=", "&&"));
        parameters(operation, "query").forEach(p -> pairs.add(p.path("name").asString() + "=" + odd));
        return String.join("&", pairs);
    }

    private Arbitrary<FuzzRequest> oddHeaders(Operation operation) {
        Arbitrary<Map<String, String>> headers = Arbitraries.of(
                Map.of("authorization", ""),
                Map.of("authorization", "Bearer x.y.z"),
                Map.of("authorization", "Basic YTpi"),
                Map.of("x-api-key", "bp_live_x"),
                Map.of("if-match", "\"999\""),
                Map.of("if-match", "*"),
                Map.of("if-match", "W/\"1\", 1, \""),
                Map.of("if-none-match", "*"),
                Map.of("idempotency-key", "short"),
                Map.of("idempotency-key", "8e03978e-40d5-43e8-bc93-6894a57f9324"),
                Map.of("idempotency-key", "k".repeat(201)),
                Map.of("accept", "text/html;q=x"),
                Map.of("payload", "[1]"),
                Map.of("id", "x", "timestamp", "x", "contenttype", "x", "target-protocol", "kafka"),
                Map.of("ce-specversion", "1.0", "ce-type", "x", "ce-source", "/", "ce-id", "1"),
                Map.of("spring.cloud.function.definition", "other", "replychannel", "x", "errorchannel", "x"),
                Map.of("isbase64encoded", "true", "body", "x", "aws-event", "true", "aws-api-gateway", "false"),
                Map.of("cookie", "a=b; c", "x-forwarded-for", "::1, nonsense"));
        return Combinators.combine(headers, bodies(operation))
                .as((odd, body) -> request(
                        operation,
                        "odd headers",
                        target(operation, Map.of()) + required(operation),
                        odd,
                        body.map(FuzzRequests::bytes)));
    }

    private static String required(Operation operation) {
        return operation.path().endsWith("/diff") ? "?against=original" : "";
    }

    private Arbitrary<Optional<JsonNode>> bodies(Operation operation) {
        if (operation.body().isEmpty()) {
            return Arbitraries.just(Optional.empty());
        }
        JsonNode content = resolve(node(operation).path("requestBody")).path("content");
        Arbitrary<JsonNode> made = values.valid(content.iterator().next().path("schema"));
        Arbitrary<JsonNode> shown = Arbitraries.just(meant(examples.body(operation)));
        return Arbitraries.frequencyOf(Tuple.of(2, made), Tuple.of(1, shown)).map(Optional::of);
    }

    private Arbitrary<String> queries(Operation operation) {
        List<Arbitrary<String>> pairs = new ArrayList<>();
        parameters(operation, "query").forEach(parameter -> pairs.add(pair(parameter)));
        return pairs.isEmpty()
                ? Arbitraries.just("")
                : Combinators.combine(pairs)
                        .as(some -> "?"
                                + String.join(
                                        "&",
                                        some.stream()
                                                .filter(pair -> !pair.isEmpty())
                                                .toList()));
    }

    private Arbitrary<String> pair(JsonNode parameter) {
        String name = parameter.path("name").asString();
        Arbitrary<String> value = parameter.has("example")
                ? Arbitraries.just(parameter.path("example").asString())
                : values.valid(parameter.path("schema")).map(JsonNode::asString);
        Arbitrary<String> pair = value.map(v -> name + "=" + URLEncoder.encode(v, StandardCharsets.UTF_8));
        return parameter.path("required").asBoolean(false)
                ? pair
                : Arbitraries.frequencyOf(Tuple.of(3, Arbitraries.just("")), Tuple.of(1, pair));
    }

    private List<JsonNode> parameters(Operation operation, String in) {
        return node(operation)
                .path("parameters")
                .valueStream()
                .map(this::resolve)
                .filter(parameter -> parameter.path("in").asString("").equals(in))
                .toList();
    }

    private JsonNode node(Operation operation) {
        return document.path("paths")
                .path(operation.path())
                .path(operation.method().toLowerCase(Locale.ROOT));
    }

    private JsonNode resolve(JsonNode node) {
        return node.has("$ref") ? document.at(node.path("$ref").asString().substring(1)) : node;
    }

    /** The path with a thing that exists for each id, but for the parts given. */
    private String target(Operation operation, Map<String, String> parts) {
        String path = operation.path();
        for (JsonNode parameter : parameters(operation, "path")) {
            String name = parameter.path("name").asString();
            String usual = switch (name) {
                case "id" -> thing(operation);
                case "number" -> "1";
                default -> parameter.path("example").asString();
            };
            path = path.replace("{" + name + "}", parts.getOrDefault(name, usual));
        }
        return path;
    }

    private static String thing(Operation operation) {
        String path = operation.path();
        if (path.endsWith("/undelete")) {
            return "@deleted";
        }
        return path.contains("/api-keys/")
                ? "@key"
                : path.contains("/sessions/")
                        ? "@session"
                        : path.contains("/versions/{id}")
                                ? "@version"
                                : path.contains("/templates/") ? "@template" : "@history";
    }

    /** An example of the contract, about things that exist. */
    private static JsonNode meant(JsonNode example) {
        if (example instanceof ObjectNode object) {
            object.properties().forEach(field -> meant(field.getValue()));
            object.properties().stream()
                    .map(Map.Entry::getKey)
                    .toList()
                    .forEach(name -> SchemaValues.meaning(name).ifPresent(word -> object.put(name, word)));
        } else if (example instanceof ArrayNode array) {
            array.forEach(FuzzRequests::meant);
        }
        return example;
    }

    private static byte[] bytes(JsonNode body) {
        return Json.mapper().writeValueAsBytes(body);
    }

    private static FuzzRequest request(
            Operation operation, String kind, String target, Map<String, String> headers, Optional<byte[]> body) {
        Map<String, String> all = new LinkedHashMap<>();
        body.ifPresent(bytes -> all.put("content-type", "application/json"));
        if (operation.secured()) {
            all.put("authorization", "Bearer @token");
        }
        all.putAll(headers);
        all.values().removeIf(String::isEmpty);
        return new FuzzRequest(operation.id(), kind, operation.method(), target, all, body.orElse(null));
    }
}
