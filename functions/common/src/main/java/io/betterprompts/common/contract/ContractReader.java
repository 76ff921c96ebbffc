package io.betterprompts.common.contract;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads an OpenAPI 3.1 document into operations and checks the rules this project adds to it. */
final class ContractReader {

    private static final String DOCUMENT = "urn:betterprompts:openapi";
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

    private final Supplier<String> text;
    private final JsonNode document;
    private final Schema whole;

    ContractReader(String text) {
        this(() -> text, parse(text));
    }

    /** @param text what the document was parsed from, which is read when it is asked for */
    private ContractReader(Supplier<String> text, JsonNode document) {
        this.text = text;
        this.document = document;
        this.whole = SchemaRegistry.withDefaultDialect(
                        SpecificationVersion.DRAFT_2020_12,
                        builder -> builder.schemas(Map.of(DOCUMENT, document.toString()))
                                .schemaRegistryConfig(SchemaRegistryConfig.builder()
                                        .formatAssertionsEnabled(true)
                                        .build()))
                .getSchema(SchemaLocation.of(DOCUMENT));
    }

    /** Of the document in YAML, and of what {@link ContractAsJson} made of it, which is read sooner. */
    static ContractReader ofClassPath() {
        return new ContractReader(
                () -> resource("/api/openapi.yaml"), JsonMapper.shared().readTree(resource("/api/openapi.json")));
    }

    private static String resource(String name) {
        try (InputStream in = Contract.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new InvalidContract("no " + name + " on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode parse(String text) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        return JsonMapper.shared().valueToTree(new Yaml(new SafeConstructor(options)).<Object>load(text));
    }

    Contract read() {
        List<Operation> operations = new ArrayList<>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(entry -> METHODS.contains(entry.getKey()))
                        .forEach(entry -> operations.add(operation(path.getKey(), entry.getKey(), entry.getValue()))));
        refuseAmbiguity(operations);
        RateLimitRules limits = RateLimitRules.read(document);
        operations.forEach(limits::check);
        return new Contract(
                text, document, operations, required(document, "x-default-function", "the contract"), limits);
    }

    private Operation operation(String path, String method, JsonNode node) {
        String at = method.toUpperCase(Locale.ROOT) + " " + path;
        String id = required(node, "operationId", at);
        return new Operation(
                id,
                node.path("x-alias-of").asString(id),
                method.toUpperCase(Locale.ROOT),
                path,
                required(node, "x-function", at),
                isSecured(node) ? Optional.of(required(node, "x-scope", at)) : Optional.empty(),
                isAnonymous(node),
                Optional.of(node.path("x-rate-limit").asString("")).filter(name -> !name.isEmpty()),
                isIdempotent(path, method, node),
                parameters(path, method, node),
                body(path, method, node));
    }

    /** An operation without a {@code security} of its own takes the document's; an empty list switches it off. */
    private boolean isSecured(JsonNode node) {
        return !node.path("security").isArray()
                ? !document.path("security").isEmpty()
                : !node.path("security").isEmpty();
    }

    /** An empty requirement among others makes the others optional. */
    private static boolean isAnonymous(JsonNode node) {
        return node.path("security").valueStream().anyMatch(JsonNode::isEmpty);
    }

    private boolean isIdempotent(String path, String method, JsonNode node) {
        return pointers(path, method, node)
                .map(document::at)
                .filter(parameter -> parameter.path("in").asString("").equals("header"))
                .anyMatch(parameter -> parameter.path("name").asString("").equalsIgnoreCase("Idempotency-Key"));
    }

    private List<Operation.Parameter> parameters(String path, String method, JsonNode node) {
        return pointers(path, method, node)
                .filter(pointer -> !document.at(pointer).path("in").asString("").equals("header"))
                .map(pointer -> parameter(pointer, document.at(pointer)))
                .toList();
    }

    private Stream<String> pointers(String path, String method, JsonNode node) {
        return IntStream.range(0, node.path("parameters").size())
                .mapToObj(i -> resolve("/paths/" + escape(path) + "/" + method + "/parameters/" + i));
    }

    private Operation.Parameter parameter(String pointer, JsonNode node) {
        String type = document.at(resolve(pointer + "/schema")).path("type").asString("string");
        return new Operation.Parameter(
                required(node, "name", pointer),
                required(node, "in", pointer),
                node.path("required").asBoolean(false),
                type.equals("integer") || type.equals("number") || type.equals("boolean"),
                shape(pointer + "/schema"));
    }

    private Optional<Operation.Body> body(String path, String method, JsonNode node) {
        if (!node.has("requestBody")) {
            return Optional.empty();
        }
        String pointer = resolve("/paths/" + escape(path) + "/" + method + "/requestBody");
        boolean required = document.at(pointer).path("required").asBoolean(false);
        String type =
                document.at(pointer).path("content").propertyNames().iterator().next();
        return Optional.of(new Operation.Body(required, shape(pointer + "/content/" + escape(type) + "/schema")));
    }

    /** Out of the one document: the registry would read it anew for each place that it is asked for. */
    Shape shape(String pointer) {
        Schema schema =
                whole.getRefSchema(SchemaLocation.of(DOCUMENT + "#" + pointer).getFragment());
        schema.initializeValidators();
        return new Shape(schema, document);
    }

    /** Where a pointer leads to, if there is a reference. */
    String resolve(String pointer) {
        String reference = document.at(pointer).path("$ref").asString("");
        return reference.isEmpty() ? pointer : reference.substring(1);
    }

    private static void refuseAmbiguity(List<Operation> operations) {
        Set<String> ids = new HashSet<>();
        operations.forEach(o -> {
            if (!ids.add(o.id())) {
                throw new InvalidContract("two operations are called " + o.id());
            }
        });
        operations.stream()
                .filter(o -> !ids.contains(o.handledAs()))
                .findFirst()
                .ifPresent(o -> {
                    throw new InvalidContract(o.id() + " is an alias of " + o.handledAs() + ", which does not exist");
                });
    }

    private static String required(JsonNode node, String field, String at) {
        String value = node.path(field).asString("");
        if (value.isEmpty()) {
            throw new InvalidContract(at + " has no " + field);
        }
        return value;
    }

    JsonNode document() {
        return document;
    }

    /** As a part of a JSON pointer. */
    static String escape(String segment) {
        return segment.replace("~", "~0").replace("/", "~1");
    }
}
