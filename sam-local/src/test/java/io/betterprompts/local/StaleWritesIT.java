package io.betterprompts.local;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.betterprompts.common.contract.Contract;
import io.betterprompts.common.contract.Operation;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Each operation of the contract that takes an {@code If-Match}, called by somebody who knows a state long past. */
class StaleWritesIT {

    private static final ContractExamples EXAMPLES = new ContractExamples();

    /** What can only be ended, and has no state of which a client could have missed a change. */
    private static final Set<String> ONLY_ENDED = Set.of("revokeSession", "revokeApiKey");

    private static Belongings mine;
    private static JsonNode before;

    @BeforeAll
    static void fill() {
        LocalClient client = AbusedServer.running()
                .anyone()
                .register("w" + UUID.randomUUID().toString().substring(0, 12));
        mine = Belongings.of(client, UUID.randomUUID().toString());
        client.send("PUT", "/api/v1/settings", EXAMPLES.body(operation("replaceSettings")));
        client.post(
                "/api/v1/feedback",
                EXAMPLES.body(operation("giveFeedback"))
                        .put("version_id", mine.ids().get("enhanced version")));
        before = everything();
    }

    @AfterAll
    static void nothingHasChanged() {
        assertThat(everything()).isEqualTo(before);
    }

    private static JsonNode everything() {
        return mine.client().get("/api/v1/auth/export").json().path("tables");
    }

    private static Operation operation(String id) {
        return Contract.load().operations().stream()
                .filter(o -> o.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    static List<Operation> guarded() {
        return Contract.load().operations().stream()
                .filter(o -> EXAMPLES.takesHeader(o, "If-Match"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("guarded")
    void areToldTheStateAndWriteNothing(Operation operation) {
        assertThat(mine.ids().values().stream().map(id -> call(operation, id)))
                .filteredOn(answer -> answer.status() == 412)
                .isNotEmpty()
                .allSatisfy(answer -> {
                    assertThat(answer.problem()).isEqualTo("precondition-failed");
                    assertThat(answer.response().headers().firstValue("etag")).isPresent();
                    assertThat(answer.json().path("current").isObject()).isTrue();
                });
    }

    @Test
    void areToldWhatReadingItTells() {
        String group = requireNonNull(mine.ids().get("history"));
        LocalClient.Answer answer = call(operation("iterateHistory"), group);
        JsonNode read = mine.client().get("/api/v1/history/" + group).json();

        assertThat(answer.json().path("current")).isEqualTo(((ObjectNode) read).without("current_version"));
    }

    @Test
    void canBeNoticedWhereverSomethingIsChanged() {
        assertThat(Contract.load().operations())
                .filteredOn(o -> Set.of("PUT", "PATCH", "DELETE").contains(o.method()))
                .filteredOn(o -> !ONLY_ENDED.contains(o.handledAs()))
                .hasSizeGreaterThan(10)
                .allMatch(o -> EXAMPLES.takesHeader(o, "If-Match"), "takes If-Match");
    }

    private static LocalClient.Answer call(Operation operation, String id) {
        String path = operation
                .path()
                .replace("{number}", "1")
                .replace("{name}", Belongings.LABEL)
                .replaceAll("\\{[^}]+}", id);
        return mine.client().withHeader("if-match", "\"999\"").send(operation.method(), path, body(operation, id));
    }

    private static @Nullable ObjectNode body(Operation operation, String id) {
        if (operation.body().isEmpty()) {
            return null;
        }
        ObjectNode body = EXAMPLES.body(operation);
        if (body.has("password")) {
            body.put("password", LocalClient.PASSWORD);
        }
        if (EXAMPLES.idFields(operation).contains("history_id")) {
            body.put("history_id", mine.ids().get("history"));
        }
        if (EXAMPLES.idFields(operation).contains("version_id") && body.has("version_id")) {
            body.put("version_id", id);
        }
        return body;
    }
}
