package io.betterprompts.common.contract;

import io.betterprompts.common.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/**
 * Holds answers against what the contract says of them: the operation lists the status, the status the media type, the
 * problem and the headers, and the body has the form of its schema.
 */
public final class DescribedAnswers {

    private static final String PROBLEM = "application/problem+json";

    /** What no operation matches, or what is refused before anybody looks for one. */
    private static final Set<String> WITHOUT_OPERATION = Set.of(
            "400 malformed-request",
            "404 route-not-found",
            "405 method-not-allowed",
            "413 content-too-large",
            "429 too-many-requests");

    /** Those every answer has, by which nobody tells operations apart. */
    private static final Set<String> STANDING = Set.of(
            "allow",
            "cache-control",
            "connection",
            "content-length",
            "content-security-policy",
            "content-type",
            "date",
            "referrer-policy",
            "strict-transport-security",
            "vary",
            "x-content-type-options");

    private static final class Product {
        static final DescribedAnswers ANSWERS = new DescribedAnswers(ContractReader.ofClassPath());
    }

    private final ContractReader reader;
    private final Contract contract;
    private final Map<String, Shape> shapes = new TreeMap<>();

    DescribedAnswers(ContractReader reader) {
        this.reader = reader;
        this.contract = reader.read();
    }

    public static DescribedAnswers ofTheProduct() {
        return Product.ANSWERS;
    }

    /**
     * An answer that was seen.
     *
     * @param headers by name in lower case
     * @param body empty if there was none
     */
    public record Seen(int status, Map<String, String> headers, String body) {

        public Seen {
            headers = Map.copyOf(headers);
        }

        private String mediaType() {
            return headers.getOrDefault("content-type", "").split(";", 2)[0].strip();
        }

        private JsonNode json() {
            try {
                return Json.mapper().readTree(body);
            } catch (JacksonException e) {
                return StringNode.valueOf("");
            }
        }

        private String problem() {
            String type = mediaType().equals(PROBLEM) ? json().path("type").asString("") : "";
            return type.substring(type.lastIndexOf('/') + 1);
        }
    }

    /**
     * Refuses an answer that the contract does not describe.
     *
     * @throws AssertionError with what it says otherwise
     */
    public void check(String method, String target, Seen seen) {
        List<String> faults = faults(method, target, seen);
        if (!faults.isEmpty()) {
            throw new AssertionError(method + " " + target + " is answered as the contract does not say:\n  "
                    + String.join("\n  ", faults) + "\n" + seen.status() + " " + seen.body());
        }
    }

    /** What the contract does not say of an answer, or says otherwise. */
    public synchronized List<String> faults(String method, String target, Seen seen) {
        Optional<Operation> operation =
                contract.match(method, target.split("\\?", 2)[0]).map(Contract.Match::operation);
        return operation.isEmpty() ? withoutOperation(method, seen) : faults(operation.get(), seen);
    }

    private List<String> withoutOperation(String method, Seen seen) {
        boolean isPage =
                method.equals("GET") && seen.status() < 400 && !seen.mediaType().contains("json");
        boolean isPreflight = method.equals("OPTIONS") && seen.status() == 204;
        if (isPage || isPreflight) {
            return List.of();
        }
        String answer = seen.status() + " " + seen.problem();
        return WITHOUT_OPERATION.contains(answer)
                ? violations("/components/schemas/Problem", seen.json())
                : List.of(answer + " where there is no operation");
    }

    private List<String> faults(Operation operation, Seen seen) {
        String responses = "/paths/" + ContractReader.escape(operation.path()) + "/"
                + operation.method().toLowerCase(Locale.ROOT) + "/responses/";
        String at = reader.resolve(responses + seen.status());
        JsonNode response = reader.document().at(at);
        if (response.isMissingNode()) {
            return List.of("status " + seen.status() + " is not listed");
        }
        List<String> faults = new ArrayList<>(headers(at, response.path("headers"), seen));
        faults.addAll(body(at, response.path("content"), seen));
        return faults;
    }

    private List<String> body(String at, JsonNode content, Seen seen) {
        if (content.isEmpty()) {
            return seen.body().isEmpty() ? List.of() : List.of("a body where none is listed");
        }
        if (!content.has(seen.mediaType())) {
            return List.of("media type '" + seen.mediaType() + "' is not listed");
        }
        JsonNode media = content.path(seen.mediaType());
        List<String> faults = new ArrayList<>();
        if (seen.mediaType().endsWith("json")) {
            String schema = at + "/content/" + ContractReader.escape(seen.mediaType()) + "/schema";
            faults.addAll(violations(schema, seen.json()));
        }
        if (seen.mediaType().equals(PROBLEM) && !media.path("examples").has(seen.problem())) {
            faults.add("problem " + seen.problem() + " is not listed with status " + seen.status());
        }
        return faults;
    }

    private List<String> headers(String at, JsonNode listed, Seen seen) {
        Map<String, String> known = new TreeMap<>();
        listed.propertyNames().forEach(name -> known.put(name.toLowerCase(Locale.ROOT), name));
        List<String> faults = new ArrayList<>();
        seen.headers().keySet().stream()
                .filter(name -> !known.containsKey(name))
                .filter(name -> !STANDING.contains(name) && !name.startsWith("access-control-"))
                .forEach(name -> faults.add("header " + name + " is not listed"));
        known.forEach((name, written) -> faults.addAll(header(at + "/headers/" + written, name, seen)));
        return faults;
    }

    private List<String> header(String at, String name, Seen seen) {
        String header = reader.resolve(at);
        String value = seen.headers().get(name);
        if (value != null) {
            return violations(header + "/schema", StringNode.valueOf(value));
        }
        boolean isRequired = reader.document().at(header).path("required").asBoolean(false);
        return isRequired ? List.of("header " + name + " is missing") : List.of();
    }

    private List<String> violations(String schema, JsonNode value) {
        return shapes.computeIfAbsent(schema, reader::shape).violations(value).stream()
                .map(violation -> schema + ": " + violation.pointer() + " " + violation.detail())
                .toList();
    }
}
