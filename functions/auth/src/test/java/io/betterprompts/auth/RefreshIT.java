package io.betterprompts.auth;

import static io.betterprompts.auth.AuthFixture.accessToken;
import static io.betterprompts.auth.AuthFixture.refreshToken;
import static org.assertj.core.api.Assertions.assertThat;

import io.betterprompts.common.testkit.Calls.Answer;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefreshIT {

    private final AuthFixture fixture = new AuthFixture();
    private final Answer login = fixture.register();

    @Test
    void changesATokenForNewOnesOfTheSameLogin() {
        Answer refreshed = fixture.refresh(refreshToken(login));

        assertThat(refreshed.status()).isEqualTo(200);
        assertThat(refreshed.json().path("user")).isEqualTo(login.json().path("user"));
        assertThat(refreshToken(refreshed)).isNotEqualTo(refreshToken(login)).startsWith("bp_rt_");
        assertThat(fixture.profile(accessToken(refreshed)).status()).isEqualTo(200);
        assertThat(fixture.refresh(refreshToken(refreshed)).status()).isEqualTo(200);
    }

    @Test
    void endsTheLoginWhenAReplacedTokenIsUsed() {
        Answer refreshed = fixture.refresh(refreshToken(login));

        Answer reused = fixture.refresh(refreshToken(login));

        assertThat(reused.status()).isEqualTo(401);
        assertThat(reused.problem()).isEqualTo("refresh-token-reused");
        assertThat(fixture.refresh(refreshToken(refreshed)).problem()).isEqualTo("refresh-token-invalid");
        assertThat(fixture.profile(accessToken(refreshed)).problem()).isEqualTo("access-token-invalid");
    }

    @Test
    void leavesOtherLoginsAloneThen() {
        Answer other = fixture.logIn("ada.l", "correct horse");
        fixture.refresh(refreshToken(login));
        fixture.refresh(refreshToken(login));

        assertThat(fixture.refresh(refreshToken(other)).status()).isEqualTo(200);
    }

    @Test
    void letsOneOfManyUsesWin() throws InterruptedException {
        String token = refreshToken(login);
        Callable<String> use = () -> fixture.refresh(token).problem();
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<String> problems = threads.invokeAll(Collections.nCopies(4, use)).stream()
                    .map(Future::resultNow)
                    .toList();

            assertThat(problems).containsOnlyOnce("").containsOnlyOnce("refresh-token-reused");
        }
    }

    @Test
    void lastsThirtyDaysFromItsLastUse() {
        fixture.clock.pass(Duration.ofDays(29));
        Answer first = fixture.refresh(refreshToken(login));
        fixture.clock.pass(Duration.ofDays(29));
        Answer second = fixture.refresh(refreshToken(first));
        assertThat(second.status()).isEqualTo(200);

        fixture.clock.pass(Duration.ofDays(30));

        assertThat(fixture.refresh(refreshToken(second)).problem()).isEqualTo("refresh-token-invalid");
    }

    @Test
    void isNoUseAfterTheLogout() {
        fixture.calls.withToken(accessToken(login)).post("/api/v1/auth/logout", null);

        assertThat(fixture.refresh(refreshToken(login)).problem()).isEqualTo("refresh-token-invalid");
    }

    @Test
    void isNoUseToAnInactiveUser() {
        fixture.database.db().sql("update auth.users set is_active = false").update();

        assertThat(fixture.refresh(refreshToken(login)).problem()).isEqualTo("refresh-token-invalid");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "bp_rt_",
                "bp_rt_AAAAAAAAAAAAAAAAAAAAAA.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "bp_rt_AAAAAAAAAAAAAAAAAAAAAA.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
            })
    void refusesWhatWasNotMadeHere(String token) {
        Answer answer = fixture.refresh(token);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.problem()).isEqualTo("refresh-token-invalid");
    }
}
