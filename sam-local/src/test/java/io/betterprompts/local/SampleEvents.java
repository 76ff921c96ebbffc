package io.betterprompts.local;

import io.betterprompts.common.contract.Contract;
import io.betterprompts.common.contract.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/**
 * What stands in {@code sam-local/events}, made from the contract: for each operation that is no alias the request of its
 * first example, and what is wrong in the ways that the operation can be called wrongly.
 */
final class SampleEvents {

    static final Contract CONTRACT = Contract.load();

    private static final String TOKEN = "Bearer {{token}}";
    private static final String NOBODYS_ID = "00000000-0000-7000-8000-000000000000";

    /** Whose ids stand in a path, by how it begins. */
    private static final Map<String, String> ID_OF_PATH = Map.of(
            "/api/v1/history/", "{{history_id}}",
            "/api/v1/versions/", "{{version_id}}",
            "/api/v1/templates/", "{{template_id}}",
            "/api/v1/auth/sessions/", "{{session_id}}",
            "/api/v1/auth/api-keys/", "{{api_key_id}}");

    /** Where the operation asks more of what has the id. */
    private static final Map<String, String> ID_OF_OPERATION =
            Map.of("undeleteHistory", "{{deleted_history_id}}", "chooseEdits", "{{enhanced_version_id}}");

    /** What cannot stay in a body as the contract shows it, because it is somebody's. */
    private static final Map<String, Map<String, String>> FIELDS = Map.of(
            "register", Map.of("email", "{{new_user}}@example.com", "username", "{{new_user}}"),
            "logIn", Map.of("email_or_username", "{{user}}"),
            "refreshLogin", Map.of("refresh_token", "{{refresh_token}}"),
            "patchProfile", Map.of("email", "{{new_user}}@example.org"),
            "createApiKey", Map.of("expires_at", "2099-01-01T00:00:00Z"),
            "giveFeedback", Map.of("version_id", "{{enhanced_version_id}}"));

    /** Where the operation's protocol has errors of its own. */
    private static final Map<String, Integer> REFUSES_BODY_WITH = Map.of("mcp", 400);

    private final ContractExamples examples = new ContractExamples();

    /** In the order of the contract. */
    List<SampleEvent> all() {
        return Stream.concat(
                        CONTRACT.operations().stream()
                                .filter(o -> o.id().equals(o.handledAs()))
                                .flatMap(o -> Stream.concat(Stream.of(good(o)), wrong(o).stream())),
                        special())
                .toList();
    }

    private SampleEvent good(Operation operation) {
        return new SampleEvent(
                operation,
                "ok",
                examples.success(operation),
                operation.method(),
                path(operation),
                examples.query(operation),
                operation.secured() ? TOKEN : null,
                Map.of(),
                operation.body().isPresent() ? body(operation).toString() : null);
    }

    private List<SampleEvent> wrong(Operation operation) {
        SampleEvent good = good(operation);
        List<SampleEvent> wrong = new ArrayList<>();
        if (operation.anonymous()) {
            wrong.add(good.named("bad-token", 401).withAuthorization("Bearer not-a-token"));
        } else if (operation.secured()) {
            wrong.add(good.named("no-token", 401).withAuthorization(null));
        }
        if (operation.path().contains("{id}")) {
            wrong.add(good.named("unknown-id", 404)
                    .withPath(operation.path().replace("{id}", NOBODYS_ID).replaceAll("\\{(name|number)}", "1")));
        }
        if (operation.body().isPresent()) {
            wrong.add(good.named("unknown-field", REFUSES_BODY_WITH.getOrDefault(operation.id(), 422))
                    .withBody(body(operation).put("surprise", 1).toString()));
        }
        if (operation.parameters().stream().anyMatch(p -> p.name().equals("limit"))) {
            wrong.add(good.named("no-limit", 422).withQuery("limit=0"));
        }
        if (examples.takesHeader(operation, "If-Match") && operation.body().isEmpty()) {
            wrong.add(good.named("stale", 412).withHeader("if-match", "\"999\""));
        }
        return wrong.isEmpty() ? List.of(good.named("wrong-method", 405).withMethod("DELETE")) : wrong;
    }

    /** What shows no pattern. */
    private Stream<SampleEvent> special() {
        SampleEvent enhance = good(operation("enhance"));
        return Stream.of(
                enhance.named("empty", 422).withBody("{\"text\":\"\"}"),
                enhance.named("too-long", 422).withBody("{\"text\":\"" + "long ".repeat(4001) + "\"}"),
                enhance.named("not-json", 400).withBody("{\"text\":"),
                enhance.named("no-body", 422).withBody(""),
                good(operation("logIn"))
                        .named("wrong-password", 401)
                        .withBody("{\"email_or_username\":\"{{user}}\",\"password\":\"not the password\"}"),
                good(operation("register"))
                        .named("short-password", 422)
                        .withBody(
                                "{\"email\":\"{{new_user}}@example.com\",\"username\":\"{{new_user}}\",\"password\":\"short\"}"),
                good(operation("readHealth")).named("no-such-path", 404).withPath("/api/v1/nothing"));
    }

    private static Operation operation(String id) {
        return CONTRACT.operations().stream()
                .filter(o -> o.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static String path(Operation operation) {
        String path = operation
                .path()
                .replace("{name}", Belongings.LABEL)
                .replace("{number}", "1")
                .replace("{file}", "page.css")
                .replace("{type}", "email-taken");
        return path.contains("{id}") ? path.replace("{id}", id(operation)) : path;
    }

    private static String id(Operation operation) {
        return ID_OF_OPERATION.getOrDefault(
                operation.id(),
                ID_OF_PATH.entrySet().stream()
                        .filter(e -> operation.path().startsWith(e.getKey()))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException("whose id is in " + operation.path() + "?")));
    }

    private ObjectNode body(Operation operation) {
        ObjectNode body = examples.body(operation);
        FIELDS.getOrDefault(operation.id(), Map.of()).forEach(body::put);
        return body;
    }
}
