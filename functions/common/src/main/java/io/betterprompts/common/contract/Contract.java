package io.betterprompts.common.contract;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/**
 * The product's operations. The local gateway, the functions' routers and the cloud's routes are all taken from here, so
 * that no route exists in one place only.
 */
public final class Contract {

    private final Supplier<String> text;
    private final JsonNode document;
    private final List<Operation> operations;
    private final Map<String, Operation> byRouteKey;
    private final PathTable paths;
    private final String defaultFunction;
    private final RateLimitRules limits;

    Contract(
            Supplier<String> text,
            JsonNode document,
            List<Operation> operations,
            String defaultFunction,
            RateLimitRules limits) {
        this.text = text;
        this.document = document;
        this.operations = List.copyOf(operations);
        this.byRouteKey = operations.stream().collect(toUnmodifiableMap(Operation::routeKey, Function.identity()));
        this.paths = new PathTable(operations);
        this.defaultFunction = defaultFunction;
        this.limits = limits;
    }

    /**
     * The contract the build put on the class path.
     *
     * @throws InvalidContract if it is missing or breaks its own rules
     */
    public static Contract load() {
        return ContractReader.ofClassPath().read();
    }

    /** The document itself, as it was written. */
    public String text() {
        return text.get();
    }

    /** The document in JSON, for clients that read no YAML. */
    public String json() {
        return document.toString();
    }

    public List<Operation> operations() {
        return operations;
    }

    /** The operations one function answers, aliases among them. */
    public List<Operation> of(String function) {
        return operations.stream().filter(o -> o.function().equals(function)).toList();
    }

    /** The function that answers requests no route matches. */
    public String defaultFunction() {
        return defaultFunction;
    }

    /** All rate limits by name; none if the contract limits nothing. */
    public Map<String, RateLimit> rateLimits() {
        return limits.byName();
    }

    /** The limit an operation charges to callers, or to the addresses of those who are none. */
    public Optional<RateLimit> rateLimit(Operation operation, RateLimit.Per per) {
        return limits.of(operation, per);
    }

    public Optional<Operation> byRouteKey(String routeKey) {
        return Optional.ofNullable(byRouteKey.get(routeKey));
    }

    /** The operation a request goes to, with its path parameters still percent-encoded. */
    public Optional<Match> match(String method, String path) {
        return paths.find(path).flatMap(found -> found.operation(method));
    }

    /** The methods a path answers, in alphabetical order; empty if there is no such path. */
    public Set<String> methodsOf(String path) {
        return paths.find(path).map(found -> new TreeSet<>(found.methods())).orElseGet(TreeSet::new);
    }

    /** The functions that answer at least one operation. */
    public Set<String> functions() {
        Set<String> functions = new TreeSet<>();
        operations.forEach(o -> functions.add(o.function()));
        return functions;
    }

    /** All that callers can be allowed to do. */
    public Set<String> scopes() {
        Set<String> scopes = new TreeSet<>();
        operations.forEach(o -> o.scope().ifPresent(scopes::add));
        return scopes;
    }

    /** An operation, and what the request's path holds for its parameters. */
    public record Match(Operation operation, Map<String, String> pathParameters) {
        public Match {
            pathParameters = Map.copyOf(pathParameters);
        }
    }

    /** Literal segments win over parameters, as they do in API Gateway. */
    private static final class PathTable {

        private final Map<String, Map<String, Operation>> byPath = new LinkedHashMap<>();

        PathTable(List<Operation> operations) {
            operations.forEach(o ->
                    byPath.computeIfAbsent(o.path(), p -> new LinkedHashMap<>()).put(o.method(), o));
        }

        Optional<Found> find(String path) {
            Map<String, Operation> literal = byPath.get(path);
            if (literal != null) {
                return Optional.of(new Found(literal, Map.of()));
            }
            String[] segments = path.split("/", -1);
            return byPath.entrySet().stream()
                    .filter(e -> e.getKey().contains("{"))
                    .flatMap(e -> parameters(e.getKey().split("/", -1), segments).stream()
                            .map(found -> new Found(e.getValue(), found)))
                    .min((a, b) -> Integer.compare(
                            a.parameters().size(), b.parameters().size()));
        }

        private static Optional<Map<String, String>> parameters(String[] template, String[] segments) {
            if (template.length != segments.length) {
                return Optional.empty();
            }
            Map<String, String> found = new LinkedHashMap<>();
            for (int i = 0; i < template.length; i++) {
                if (!accepts(template[i], segments[i], found)) {
                    return Optional.empty();
                }
            }
            return Optional.of(found);
        }

        private static boolean accepts(String template, String segment, Map<String, String> found) {
            if (!template.startsWith("{")) {
                return template.equals(segment);
            }
            found.put(template.substring(1, template.length() - 1), segment);
            return !segment.isEmpty();
        }
    }

    private record Found(Map<String, Operation> byMethod, Map<String, String> parameters) {

        Optional<Match> operation(String method) {
            return Optional.ofNullable(byMethod.get(method)).map(o -> new Match(o, parameters));
        }

        List<String> methods() {
            return new ArrayList<>(byMethod.keySet());
        }
    }
}
