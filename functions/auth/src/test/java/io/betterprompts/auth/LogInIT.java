package io.betterprompts.auth;

import static io.betterprompts.auth.AuthFixture.accessToken;
import static org.assertj.core.api.Assertions.assertThat;

import io.betterprompts.common.testkit.Calls.Answer;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogInIT {

    private final AuthFixture fixture = new AuthFixture();
    private String token = "";

    @BeforeEach
    void register() {
        token = accessToken(fixture.register());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ada@Example.com", "ada@example.com", " ADA@example.com", "Ada.L", "ada.l"})
    void takesEmailAndUsernameInAnySpelling(String name) {
        Answer answer = fixture.logIn(name, "correct horse");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(fixture.profile(accessToken(answer)).status()).isEqualTo(200);
    }

    @Test
    void answersUnknownUsersAndWrongPasswordsAlike() {
        Answer wrong = fixture.logIn("ada.l", "wrong horse");
        Answer unknown = fixture.logIn("nobody", "correct horse");

        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.problem()).isEqualTo("invalid-credentials");
        assertThat(withoutRequestId(unknown)).isEqualTo(withoutRequestId(wrong));
    }

    @Test
    void refusesInactiveUsersWhoKnowTheirPassword() {
        fixture.database.db().sql("update auth.users set is_active = false").update();

        assertThat(fixture.logIn("ada.l", "correct horse").problem()).isEqualTo("account-inactive");
        assertThat(fixture.logIn("ada.l", "wrong horse").problem()).isEqualTo("invalid-credentials");
        assertThat(fixture.profile(token).problem()).isEqualTo("access-token-invalid");
    }

    @Test
    void countsAPasswordAsProvedOnlyWhileItHolds() {
        Users users = new Users(fixture.database.db());
        Users.Account before = users.account(new LoginName("ada.l")).orElseThrow();
        assertThat(before.provedAlike(users.account(new LoginName("ada.l")).orElseThrow()))
                .isTrue();

        users.setPassword(before.user().id(), "another", fixture.clock.instant());

        assertThat(before.provedAlike(users.account(new LoginName("ada.l")).orElseThrow()))
                .isFalse();
    }

    @Test
    void hashesAgainWhenTheCostHasRisen() {
        Map<String, String> credentials = Map.of("email_or_username", "ada.l", "password", "correct horse");

        fixture.calls(5).post("/api/v1/auth/login", credentials);

        assertThat(hash()).startsWith("$2a$05$");
        assertThat(fixture.logIn("ada.l", "correct horse").status()).isEqualTo(200);
        assertThat(hash()).startsWith("$2a$05$");
    }

    @Test
    void endsALoginAtOnceAndLeavesOthersAlone() {
        String other = accessToken(fixture.logIn("ada.l", "correct horse"));

        assertThat(fixture.calls
                        .withToken(token)
                        .post("/api/v1/auth/logout", null)
                        .status())
                .isEqualTo(204);

        assertThat(fixture.profile(token).problem()).isEqualTo("access-token-invalid");
        assertThat(fixture.profile(other).status()).isEqualTo(200);
    }

    @Test
    void letsAnAccessTokenExpire() {
        fixture.clock.pass(Duration.ofMinutes(16));

        Answer answer = fixture.profile(token);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.problem()).isEqualTo("access-token-expired");
    }

    @Test
    void givesTheProfileAnETag() {
        assertThat(fixture.profile(token).header("etag")).isEqualTo("\"1\"");
        assertThat(fixture.profile(token).json().propertyNames())
                .containsExactlyInAnyOrder("id", "email", "username", "created_at", "updated_at");
    }

    private String hash() {
        return fixture.database
                .db()
                .sql("select password_hash from auth.users")
                .query(String.class)
                .single();
    }

    private static String withoutRequestId(Answer answer) {
        return answer.text().replace(answer.header("x-request-id"), "");
    }
}
