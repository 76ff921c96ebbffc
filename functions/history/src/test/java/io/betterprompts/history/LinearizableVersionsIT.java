package io.betterprompts.history;

import static io.betterprompts.history.HistoryFixture.PATH;
import static org.assertj.core.api.Assertions.assertThat;

import io.betterprompts.common.testkit.Calls;
import io.betterprompts.common.testkit.Calls.Answer;
import io.betterprompts.common.testkit.Step;
import io.betterprompts.history.GroupModel.Deed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Clients that append to one group at the same time see what clients would see that do so one after the other. */
class LinearizableVersionsIT {

    private static final int GROUPS = 40;
    private static final int CLIENTS = 4;
    private static final int STEPS = 5;

    private final HistoryFixture history = new HistoryFixture();
    private final Calls calls = history.calls;

    @Test
    void answersManyClientsAsIfTheyCameOneAfterTheOther() throws Exception {
        int won = 0;
        int lost = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(CLIENTS)) {
            for (int seed = 0; seed < GROUPS; seed++) {
                List<Step<Deed>> steps = use(history.create("first"), seed, threads);

                assertThat(new GroupModel(1, "first", 1).explains(steps))
                        .as("seed %d: %s", seed, steps)
                        .isTrue();
                won += appends(steps, 201);
                lost += appends(steps, 412);
            }
        }
        assertThat(won).as("appended").isPositive();
        assertThat(lost).as("came too late").isPositive();
    }

    private static int appends(List<Step<Deed>> steps, int status) {
        return (int) steps.stream()
                .filter(step -> step.deed() instanceof Deed.Append append && append.status() == status)
                .count();
    }

    private List<Step<Deed>> use(String group, int seed, ExecutorService threads) throws Exception {
        List<Integer> states = new CopyOnWriteArrayList<>(List.of(1));
        String first = calls.get(PATH + "/" + group)
                .json()
                .path("current_version")
                .path("id")
                .asString();
        List<Callable<List<Step<Deed>>>> clients = new ArrayList<>();
        for (int client = 0; client < CLIENTS; client++) {
            Random random = new Random(seed * 31L + client);
            String name = seed + "." + client;
            clients.add(() -> steps(new Client(PATH + "/" + group, first, states, name), random));
        }
        return Step.of(clients, threads);
    }

    /** Mostly appends: half of them whatever the state, half of them to the newest that the client can know of. */
    private List<Step<Deed>> steps(Client client, Random random) {
        List<Step<Deed>> steps = new ArrayList<>();
        for (int i = 0; i < STEPS; i++) {
            String text = client.name + "." + i;
            steps.add(
                    switch (random.nextInt(8)) {
                        case 0, 1, 2 -> Step.timed(() -> append(client, text, 0));
                        case 3, 4, 5 -> Step.timed(() -> append(client, text, client.states.getLast()));
                        case 6 ->
                            random.nextBoolean()
                                    ? Step.timed(() -> restore(client))
                                    : Step.timed(() -> rename(client, text));
                        default -> Step.timed(() -> read(client));
                    });
        }
        return steps;
    }

    /** One of those that use a group. The states it knows of, it shares with the others. */
    private record Client(String path, String first, List<Integer> states, String name) {}

    private Deed append(Client client, String text, int expected) {
        Map<String, String> headers = expected == 0 ? Map.of() : Map.of("if-match", "\"" + expected + "\"");
        return appended(
                client,
                text,
                expected,
                calls.send("POST", client.path + "/versions", Map.of("optimized_prompt", text), headers));
    }

    private Deed restore(Client client) {
        return appended(client, "first", 0, calls.post("/api/v1/versions/" + client.first + "/restore", null));
    }

    private static Deed appended(Client client, String text, int expected, Answer answer) {
        int state = state(client, answer);
        int number = answer.status() == 201 ? answer.json().path("number").asInt() : 0;
        return new Deed.Append(text, expected, answer.status(), number, state);
    }

    private Deed rename(Client client, String title) {
        return new Deed.Rename(state(client, calls.patch(client.path, Map.of("title", title))));
    }

    private Deed read(Client client) {
        Answer answer = calls.get(client.path);
        JsonNode group = answer.json();
        return new Deed.Read(
                group.path("current_version_number").asInt(),
                group.path("current_version").path("optimized_prompt").asString(),
                state(client, answer));
    }

    private static int state(Client client, Answer answer) {
        int state = Integer.parseInt(answer.header("etag").replace("\"", ""));
        client.states.add(state);
        return state;
    }

    @Test
    void noOrderExplainsTwoVersionsWithOneNumber() {
        List<Step<Deed>> steps = List.of(
                new Step<>(0, 10, new Deed.Append("a", 0, 201, 2, 2)),
                new Step<>(0, 10, new Deed.Append("b", 0, 201, 2, 2)));

        assertThat(new GroupModel(1, "first", 1).explains(steps)).isFalse();
    }

    @Test
    void noOrderExplainsTwoThatFollowedTheSameState() {
        List<Step<Deed>> steps = List.of(
                new Step<>(0, 10, new Deed.Append("a", 1, 201, 2, 2)),
                new Step<>(0, 10, new Deed.Append("b", 1, 201, 3, 3)));

        assertThat(new GroupModel(1, "first", 1).explains(steps)).isFalse();
    }

    @Test
    void noOrderExplainsAReaderWhoMissesWhatWasAppendedBefore() {
        Deed append = new Deed.Append("a", 0, 201, 2, 2);
        Deed read = new Deed.Read(1, "first", 1);
        GroupModel group = new GroupModel(1, "first", 1);

        assertThat(group.explains(List.of(new Step<>(0, 1, append), new Step<>(2, 3, read))))
                .isFalse();
        assertThat(group.explains(List.of(new Step<>(0, 3, append), new Step<>(2, 4, read))))
                .isTrue();
    }
}
