package io.betterprompts.auth;

import static io.betterprompts.auth.AuthFixture.accessToken;
import static org.assertj.core.api.Assertions.assertThat;

import io.betterprompts.common.testkit.Calls.Answer;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoginAttemptsIT {

    private static final String HOME = "192.0.2.1";
    private static final String THIEF = "198.51.100.7";

    private final AuthFixture fixture = new AuthFixture();
    private final Answer registered = fixture.register();

    private Answer logIn(String name, String password, String ip) {
        return fixture.callsFrom(ip)
                .post("/api/v1/auth/login", Map.of("email_or_username", name, "password", password));
    }

    private void fail(int times, String name, String ip) {
        for (int i = 0; i < times; i++) {
            assertThat(logIn(name, "wrong horse", ip).problem()).isEqualTo("invalid-credentials");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada.l", "ada@example.com", "nobody", "nobody@example.com"})
    void slowsDownWhoGuessesAndTellsNobodyWhichAccountsExist(String name) {
        fail(Attempt.FREE, name, THIEF);

        Answer refused = logIn(name, "wrong horse", THIEF);

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.problem()).isEqualTo("too-many-attempts");
        assertThat(refused.header("retry-after")).isEqualTo("2");
        fixture.clock.pass(Duration.ofSeconds(2));
        fail(1, name, THIEF);
        assertThat(logIn(name, "wrong horse", THIEF).header("retry-after")).isEqualTo("4");
    }

    @Test
    void doesNotLookAtThePasswordMeanwhile() {
        fail(Attempt.FREE, "ada.l", THIEF);

        assertThat(logIn("ada.l", "correct horse", THIEF).status()).isEqualTo(429);
        fixture.clock.pass(Duration.ofSeconds(2));
        assertThat(logIn("ada.l", "correct horse", THIEF).status()).isEqualTo(200);
    }

    @Test
    void makesNobodyElseWait() {
        fail(Attempt.FREE, "ada.l", THIEF);
        assertThat(logIn("ada.l", "wrong horse", THIEF).status()).isEqualTo(429);

        assertThat(logIn("ada.l", "correct horse", HOME).status()).isEqualTo(200);
        assertThat(logIn("ada.l", "correct horse", "203.0.113.99").status()).isEqualTo(200);
        assertThat(logIn("eve", "wrong horse", THIEF).problem()).isEqualTo("invalid-credentials");
    }

    @Test
    void countsAllSpellingsOfANameAsOne() {
        fail(5, "ada.l", THIEF);
        fail(5, " ADA.L", THIEF);

        assertThat(logIn("Ada.L", "wrong horse", THIEF).status()).isEqualTo(429);
    }

    @Test
    void countsAnIpv6NetworkAsOne() {
        for (int i = 0; i < Attempt.FREE; i++) {
            fail(1, "ada.l", "2001:db8:1:2::" + i);
        }

        assertThat(logIn("ada.l", "wrong horse", "2001:db8:1:2:ffff::1").status())
                .isEqualTo(429);
        assertThat(logIn("ada.l", "correct horse", "2001:db8:1:3::1").status()).isEqualTo(200);
    }

    @Test
    void beginsAnewAfterASuccess() {
        fail(Attempt.FREE - 1, "ada.l", HOME);
        assertThat(logIn("ada.l", "correct horse", HOME).status()).isEqualTo(200);

        fail(Attempt.FREE, "ada.l", HOME);
    }

    @Test
    void countsAttemptsThatComeAtOnceAsMany() throws InterruptedException {
        Callable<Integer> guess = () -> logIn("ada.l", "wrong horse", THIEF).status();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Integer> statuses = threads.invokeAll(Collections.nCopies(40, guess)).stream()
                    .map(Future::resultNow)
                    .toList();

            assertThat(statuses.stream().filter(status -> status == 401)).hasSize(Attempt.FREE);
            assertThat(statuses.stream().filter(status -> status == 429)).hasSize(40 - Attempt.FREE);
        }
    }

    /** Ten thousand networks get a try each, and not ten. The owner gets in from home, and from anywhere new. */
    @Test
    void slowsDownACrowdAndLetsTheOwnerIn() {
        for (int i = 0; i < LoginAttempts.CROWD; i++) {
            fail(1, "ada.l", "198.51.100." + i);
        }

        fail(1, "ada.l", "203.0.113.1");
        assertThat(logIn("ada.l", "wrong horse", "203.0.113.1").header("retry-after"))
                .isEqualTo("900");
        fail(Attempt.FREE - 1, "ada.l", HOME);
        assertThat(logIn("ada.l", "correct horse", HOME).status()).isEqualTo(200);
        assertThat(logIn("ada.l", "correct horse", "203.0.113.2").status()).isEqualTo(200);
    }

    @Test
    void limitsTheGuessesOfAStolenAccessToken() {
        for (int i = 0; i < Attempt.FREE; i++) {
            assertThat(changePassword("wrong horse").problem()).isEqualTo("wrong-password");
        }

        assertThat(changePassword("correct horse").problem()).isEqualTo("too-many-attempts");
        assertThat(logIn("ada.l", "correct horse", HOME).status()).isEqualTo(200);
    }

    private Answer changePassword(String old) {
        return fixture.calls
                .withToken(accessToken(registered))
                .post("/api/v1/auth/password", Map.of("current_password", old, "new_password", "battery staple"));
    }

    @Test
    void keepsNothingLongerThanADayAndNothingOfADeletedAccount() {
        fail(1, "eve", THIEF);
        fixture.clock.pass(Attempt.FORGOTTEN_AFTER.plusSeconds(1));
        fail(1, "ada.l", THIEF);
        fail(1, "ada@example.com", THIEF);
        assertThat(stored()).isEqualTo(2);
        String token = accessToken(logIn("ada.l", "correct horse", HOME));

        fixture.calls
                .withToken(token)
                .send("DELETE", "/api/v1/auth/profile", Map.of("password", "correct horse"), Map.of());

        assertThat(stored()).isZero();
    }

    private long stored() {
        return fixture.database
                .db()
                .sql("select count(*) from auth.login_attempts")
                .query(Long.class)
                .single();
    }
}
