package io.betterprompts.auth;

import static io.betterprompts.auth.AuthFixture.accessToken;
import static io.betterprompts.auth.AuthFixture.refreshToken;
import static org.assertj.core.api.Assertions.assertThat;

import io.betterprompts.auth.LoginModel.Deed;
import io.betterprompts.common.testkit.Calls.Answer;
import io.betterprompts.common.testkit.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** Clients that use one login at the same time see what clients would see that use it one after the other. */
class LinearizableLoginsIT {

    private static final int LOGINS = 60;
    private static final int CLIENTS = 4;
    private static final int STEPS = 4;

    private final AuthFixture fixture = new AuthFixture();

    @Test
    void answersManyClientsAsIfTheyCameOneAfterTheOther() throws Exception {
        fixture.register();
        try (ExecutorService threads = Executors.newFixedThreadPool(CLIENTS)) {
            for (int seed = 0; seed < LOGINS; seed++) {
                Answer login = fixture.logIn("ada.l", "correct horse");
                List<Step<Deed>> steps = use(login, seed, threads);

                assertThat(new LoginModel(refreshToken(login), false).explains(steps))
                        .as("seed %d: %s", seed, steps)
                        .isTrue();
            }
        }
    }

    private List<Step<Deed>> use(Answer login, int seed, ExecutorService threads) throws Exception {
        List<String> tokens = new CopyOnWriteArrayList<>(List.of(refreshToken(login)));
        List<Callable<List<Step<Deed>>>> clients = new ArrayList<>();
        for (int client = 0; client < CLIENTS; client++) {
            Random random = new Random(seed * 31L + client);
            clients.add(() -> steps(random, tokens, accessToken(login)));
        }
        return Step.of(clients, threads);
    }

    /** Mostly the newest token the client can know of, at times an older one, seldom the end. */
    private List<Step<Deed>> steps(Random random, List<String> tokens, String accessToken) {
        List<Step<Deed>> steps = new ArrayList<>();
        for (int i = 0; i < STEPS; i++) {
            int chance = random.nextInt(20);
            if (chance == 0) {
                steps.add(Step.timed(() -> logOut(accessToken)));
            } else {
                int back = chance < 3 ? random.nextInt(tokens.size()) : 0;
                String token = tokens.get(tokens.size() - 1 - back);
                steps.add(Step.timed(() -> refresh(token, tokens)));
            }
        }
        return steps;
    }

    private Deed logOut(String accessToken) {
        return new Deed.LogOut(fixture.calls
                .withToken(accessToken)
                .post("/api/v1/auth/logout", null)
                .status());
    }

    private Deed refresh(String token, List<String> tokens) {
        Answer answer = fixture.refresh(token);
        String next = answer.status() == 200 ? refreshToken(answer) : "";
        if (!next.isEmpty()) {
            tokens.add(next);
        }
        return new Deed.Refresh(token, next, answer.problem());
    }

    @Test
    void noOrderExplainsTwoUsesOfOneTokenThatBothWon() {
        List<Step<Deed>> steps = List.of(
                new Step<>(0, 10, new Deed.Refresh("a", "b", "")), //
                new Step<>(0, 10, new Deed.Refresh("a", "c", "")));

        assertThat(new LoginModel("a", false).explains(steps)).isFalse();
    }

    @Test
    void noOrderExplainsATokenThatWorksAfterTheLogout() {
        Deed logOut = new Deed.LogOut(204);
        Deed refresh = new Deed.Refresh("a", "b", "");

        LoginModel login = new LoginModel("a", false);

        assertThat(login.explains(List.of(new Step<>(0, 1, logOut), new Step<>(2, 3, refresh))))
                .isFalse();
        assertThat(login.explains(List.of(new Step<>(0, 3, logOut), new Step<>(2, 4, refresh))))
                .isTrue();
    }
}
