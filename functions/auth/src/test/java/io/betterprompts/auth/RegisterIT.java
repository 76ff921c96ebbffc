package io.betterprompts.auth;

import static io.betterprompts.auth.AuthFixture.accessToken;
import static io.betterprompts.auth.AuthFixture.registration;
import static org.assertj.core.api.Assertions.assertThat;

import io.betterprompts.common.testkit.Calls.Answer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegisterIT {

    private final AuthFixture fixture = new AuthFixture();

    @Test
    void answersWithTheAccountAndItsFirstLogin() {
        Answer answer = fixture.register();

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("location")).isEqualTo("/api/v1/auth/profile");
        assertThat(answer.header("cache-control")).isEqualTo("no-store");
        assertThat(answer.json().path("user").path("email").asString()).isEqualTo("Ada@Example.com");
        assertThat(answer.json().path("user").path("username").asString()).isEqualTo("Ada.L");
        assertThat(answer.json().path("token_type").asString()).isEqualTo("Bearer");
        assertThat(answer.json().path("expires_in").asInt()).isEqualTo(900);
        assertThat(answer.text()).doesNotContain("correct horse").doesNotContain("$2a$");
        assertThat(fixture.profile(accessToken(answer)).json())
                .isEqualTo(answer.json().path("user"));
    }

    @Test
    void storesNeitherPasswordNorToken() {
        Answer answer = fixture.register();

        String stored = fixture.database
                .db()
                .sql("select u::text || s::text from auth.users u join auth.sessions s on s.user_id = u.id")
                .query(String.class)
                .single();

        assertThat(stored)
                .contains("$2a$04$")
                .doesNotContain("correct horse")
                .doesNotContain(AuthFixture.refreshToken(answer))
                .doesNotContain(AuthFixture.refreshToken(answer).substring(29));
    }

    @Test
    void remembersWhereTheLoginCameFrom() {
        fixture.calls.send("POST", "/api/v1/auth/register", AuthFixture.ada(), Map.of("user-agent", "a".repeat(300)));

        assertThat(fixture.database
                        .db()
                        .sql("select device || ' ' || host(ip) from auth.sessions")
                        .query(String.class)
                        .single())
                .isEqualTo("a".repeat(200) + " 192.0.2.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada@example.com", "ADA@EXAMPLE.COM", "  Ada@Example.com ", "\uff21da@example.com"})
    void knowsATakenEmailInAnySpelling(String email) {
        fixture.register();

        Answer answer = fixture.calls.post("/api/v1/auth/register", registration(email, "other"));

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.problem()).isEqualTo("email-taken");
    }

    @Test
    void knowsATakenUsernameInAnySpelling() {
        fixture.register();

        Answer answer = fixture.calls.post("/api/v1/auth/register", registration("other@example.com", "aDA.l"));

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.problem()).isEqualTo("username-taken");
    }

    @Test
    void leavesNothingBehindWhenRefused() {
        fixture.register();
        fixture.calls.post("/api/v1/auth/register", registration("other@example.com", "ada.l"));

        assertThat(fixture.database
                        .db()
                        .sql("select (select count(*) from auth.users) + (select count(*) from auth.sessions)")
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void letsOneOfManyHaveAnEmail() throws Exception {
        List<String> problems = atOnce(8, i -> registration("same@example.com", "name" + i));

        assertThat(problems).hasSize(8).containsOnlyOnce("").contains("email-taken");
        assertThat(problems.stream().filter("email-taken"::equals)).hasSize(7);
    }

    @Test
    void letsOneOfManyHaveAUsername() throws Exception {
        List<String> problems = atOnce(8, i -> registration(i + "@example.com", i % 2 == 0 ? "same" : "SAME"));

        assertThat(problems).containsOnlyOnce("");
        assertThat(problems.stream().filter("username-taken"::equals)).hasSize(7);
    }

    @ParameterizedTest
    @CsvSource({
        "no-at.example.com, ada, #/email",
        "two@at@example.com, ada, #/email",
        "'a\u200bda@example.com', ada, #/email",
        "ada@example.com, ad, #/username",
        "ada@example.com, ada@home, #/username",
        "ada@example.com, ad\u0430, #/username",
        "ada@example.com, 'ada\n', #/username",
    })
    void pointsAtWhatIsNoEmailOrName(String email, String username, String pointer) {
        Answer answer = fixture.calls.post("/api/v1/auth/register", registration(email, username));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().path("errors").findValuesAsString("pointer")).containsExactly(pointer);
    }

    @Test
    void refusesAShortPassword() {
        assertThat(register("sevench").json().path("errors").findValuesAsString("pointer"))
                .containsExactly("#/password");
    }

    @Test
    void refusesAPasswordThatIsTriedFirst() {
        Answer answer = register("Password1");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.problem()).isEqualTo("password-too-common");
        assertThat(answer.json().path("errors").findValuesAsString("pointer")).containsExactly("#/password");
        assertThat(answer.text()).doesNotContain("Password1");
    }

    @Test
    void countsAPasswordsBytesAndNotItsLetters() {
        assertThat(register("é".repeat(36)).status()).isEqualTo(201);

        Answer answer = register("é".repeat(36) + "x");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.problem()).isEqualTo("password-too-long");
        assertThat(answer.json().path("errors").findValuesAsString("pointer")).containsExactly("#/password");
    }

    @Test
    void answersAtTheOldPathsToo() {
        assertThat(fixture.calls.post("/api/auth/register", AuthFixture.ada()).status())
                .isEqualTo(201);
        Answer login = fixture.calls.post(
                "/api/auth/login", Map.of("email_or_username", "ada.l", "password", "correct horse"));
        assertThat(login.status()).isEqualTo(200);
        assertThat(fixture.calls
                        .post("/api/auth/refresh-token", Map.of("refresh_token", AuthFixture.refreshToken(login)))
                        .status())
                .isEqualTo(200);
    }

    private Answer register(String password) {
        return fixture.calls.post(
                "/api/v1/auth/register", Map.of("email", "ada@example.com", "username", "ada", "password", password));
    }

    private List<String> atOnce(int count, java.util.function.IntFunction<Map<String, String>> registration)
            throws InterruptedException {
        try (ExecutorService threads = Executors.newFixedThreadPool(count)) {
            List<Callable<String>> registrations = IntStream.range(0, count)
                    .<Callable<String>>mapToObj(i -> () -> fixture.calls
                            .post("/api/v1/auth/register", registration.apply(i))
                            .problem())
                    .toList();
            return threads.invokeAll(registrations).stream()
                    .map(Future::resultNow)
                    .toList();
        }
    }
}
