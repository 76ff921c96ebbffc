package io.betterprompts.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.betterprompts.common.contract.Contract;
import io.betterprompts.common.contract.Operation;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Other users' ids at each operation of the contract that takes one, in its path or in its body. What the contract gains
 * is tried too; what has ids of a new kind fails here until {@link Belongings} has one of it.
 */
class AbuseOfIdsIT {

    private static final AbusedServer SERVER = AbusedServer.running();
    private static final ContractExamples EXAMPLES = new ContractExamples();

    private static final LocalClient THIEF = SERVER.anyone().register(name());

    private static LocalClient owner;
    private static String ownersOtherLogin;
    private static Belongings victim;
    private static JsonNode before;

    private static String name() {
        return "i" + UUID.randomUUID().toString().substring(0, 12);
    }

    /** Who has logged in twice. */
    private static LocalClient twice() {
        String name = name();
        LocalClient client = SERVER.anyone().register(name);
        client.post("/api/v1/auth/login", Map.of("email_or_username", name, "password", "correct horse battery"));
        return client;
    }

    @BeforeAll
    static void fill() {
        owner = twice();
        ownersOtherLogin = Belongings.newestSession(owner);
        LocalClient victims = twice();
        victim = Belongings.of(victims, Belongings.newestSession(victims));
        before = everything();
        assertThat(before.path("prompts.history")).hasSize(3);
    }

    private static JsonNode everything() {
        return victim.client().get("/api/v1/auth/export").json().path("tables");
    }

    @AfterAll
    static void nothingHasChanged() {
        assertThat(everything()).isEqualTo(before);
    }

    static List<Operation> operationsWithAnId() {
        return Contract.load().operations().stream()
                .filter(o -> o.secured() && o.path().contains("{"))
                .toList();
    }

    static List<Operation> operationsWithAnIdInTheBody() {
        return Contract.load().operations().stream()
                .filter(o -> !EXAMPLES.idFields(o).isEmpty())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("operationsWithAnId")
    void findsNothingOfSomebodyElse(Operation operation) {
        victim.ids().forEach((kind, id) -> {
            LocalClient.Answer answer = call(THIEF, operation, id, body(operation));
            assertThat(answer.status()).as(kind).isEqualTo(404);
            assertThat(answer.problem()).as(kind).endsWith("-not-found");
        });
    }

    /** Were it not so, the test above would prove nothing of this operation. */
    @ParameterizedTest
    @MethodSource("operationsWithAnId")
    void findsWhatIsOnesOwn(Operation operation) {
        Belongings own = Belongings.of(owner, ownersOtherLogin);

        assertThat(own.ids().values().stream()
                        .map(id -> call(owner, operation, id, body(operation)).status())
                        .toList())
                .anyMatch(status -> status < 400);
        owner.send("DELETE", "/api/v1/auth/api-keys/" + own.ids().get("api key"), null);
    }

    @ParameterizedTest
    @MethodSource("operationsWithAnIdInTheBody")
    void takesNoIdOfSomebodyElseInABody(Operation operation) {
        for (String field : EXAMPLES.idFields(operation)) {
            victim.ids().forEach((kind, id) -> {
                ObjectNode body = EXAMPLES.body(operation).put(field, id);
                body.remove("version_number"); // which names a version in the place of its id
                assertThat(call(THIEF, operation, id, body).status())
                        .as(field + " of a " + kind)
                        .isEqualTo(404);
            });
        }
    }

    /** Tools take ids too, among their arguments. */
    @Test
    void findsNothingOfSomebodyElseForALanguageModel() {
        victim.ids().forEach((kind, id) -> {
            assertThat(tool(THIEF, "enhance_prompt", Map.of("text", "Plan my week", "history_id", id)))
                    .as(kind)
                    .contains("You have no prompt group with the id");
            assertThat(tool(THIEF, "render_template", Map.of("id", id)))
                    .as(kind)
                    .contains("You have no template with the id");
        });
        Belongings own = Belongings.of(owner, ownersOtherLogin);
        Map<String, Object> next =
                Map.of("text", "Plan my week", "history_id", own.ids().get("history"));
        assertThat(tool(owner, "enhance_prompt", next)).contains("\"version\":2");
        owner.send("DELETE", "/api/v1/auth/api-keys/" + own.ids().get("api key"), null);
    }

    private static String tool(LocalClient client, String name, Map<String, Object> arguments) {
        Map<String, Object> params = Map.of("name", name, "arguments", arguments);
        LocalClient.Answer answer =
                client.post("/mcp", Map.of("jsonrpc", "2.0", "id", 1, "method", "tools/call", "params", params));
        return answer.json().at("/result/content/0/text").asString();
    }

    private static @Nullable ObjectNode body(Operation operation) {
        return operation.body().isPresent() ? EXAMPLES.body(operation) : null;
    }

    private static LocalClient.Answer call(
            LocalClient client, Operation operation, String id, @Nullable ObjectNode body) {
        String path = operation
                .path()
                .replace("{number}", "1")
                .replace("{name}", Belongings.LABEL)
                .replaceAll("\\{[^}]+}", id);
        String query = path.endsWith("/diff") ? "?against=original" : "";
        return client.send(operation.method(), path + query, body);
    }
}
