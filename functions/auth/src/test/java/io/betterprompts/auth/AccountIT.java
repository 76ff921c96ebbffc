package io.betterprompts.auth;

import static io.betterprompts.auth.AuthFixture.accessToken;
import static io.betterprompts.auth.AuthFixture.refreshToken;
import static org.assertj.core.api.Assertions.assertThat;

import io.betterprompts.common.testkit.Calls;
import io.betterprompts.common.testkit.Calls.Answer;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountIT {

    private static final String PROFILE = "/api/v1/auth/profile";
    private static final String PASSWORD = "/api/v1/auth/password";

    private final AuthFixture fixture = new AuthFixture();
    private final Answer registered = fixture.register();
    private final Calls calls = fixture.calls.withToken(accessToken(registered));

    private Answer changePassword(String old, String next) {
        return calls.post(PASSWORD, Map.of("current_password", old, "new_password", next));
    }

    @Test
    void changesEmailAndUsername() {
        Answer answer = calls.patch(PROFILE, Map.of("email", " Ada@New.example ", "username", "Countess"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("etag")).isEqualTo("\"2\"");
        assertThat(answer.json().path("email").asString()).isEqualTo("Ada@New.example");
        assertThat(calls.get(PROFILE).json()).isEqualTo(answer.json());
        assertThat(fixture.logIn("countess", "correct horse").status()).isEqualTo(200);
        assertThat(fixture.logIn("ada@new.example", "correct horse").status()).isEqualTo(200);
        assertThat(fixture.logIn("ada.l", "correct horse").status()).isEqualTo(401);
    }

    @Test
    void leavesAloneWhatIsNotNamed() {
        assertThat(calls.patch(PROFILE, Map.of("username", "ADA.L"))
                        .json()
                        .path("email")
                        .asString())
                .isEqualTo("Ada@Example.com");
        assertThat(calls.get(PROFILE).json().path("username").asString()).isEqualTo("ADA.L");
    }

    @Test
    void refusesNamesThatAreTaken() {
        fixture.calls.post("/api/v1/auth/register", AuthFixture.registration("eve@example.com", "eve"));

        assertThat(calls.patch(PROFILE, Map.of("email", "EVE@example.com")).problem())
                .isEqualTo("email-taken");
        assertThat(calls.patch(PROFILE, Map.of("username", "Eve")).problem()).isEqualTo("username-taken");
        assertThat(calls.get(PROFILE).header("etag")).isEqualTo("\"1\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"email\": null}",
                "{\"email\": \"no-at\"}",
                "{\"username\": \"a\"}",
                "{\"is_active\": true}",
                "{\"username\": \"ada2\", \"id\": \"01890a5d-ac96-774b-bcce-b302099a8057\"}"
            })
    void refusesWhatIsNoProfile(String body) {
        assertThat(calls.patch(PROFILE, body).status()).isEqualTo(422);
    }

    @Test
    void changesOnlyTheVersionThatIsMeant() {
        Answer stale = calls.send("PATCH", PROFILE, Map.of("username", "other"), Map.of("if-match", "\"7\""));

        assertThat(stale.problem()).isEqualTo("precondition-failed");
        assertThat(stale.header("etag")).isEqualTo("\"1\"");
        assertThat(stale.json().path("current")).isEqualTo(calls.get(PROFILE).json());
        assertThat(calls.send("PATCH", PROFILE, Map.of("username", "other"), Map.of("if-match", "\"1\""))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void changesThePasswordAndEndsOtherLogins() {
        Answer other = fixture.logIn("ada.l", "correct horse");

        assertThat(changePassword("correct horse", "battery staple").status()).isEqualTo(204);

        assertThat(calls.get(PROFILE).status()).isEqualTo(200);
        assertThat(fixture.profile(accessToken(other)).problem()).isEqualTo("access-token-invalid");
        assertThat(fixture.refresh(refreshToken(other)).problem()).isEqualTo("refresh-token-invalid");
        assertThat(fixture.refresh(refreshToken(registered)).status()).isEqualTo(200);
        assertThat(fixture.logIn("ada.l", "correct horse").status()).isEqualTo(401);
        assertThat(fixture.logIn("ada.l", "battery staple").status()).isEqualTo(200);
    }

    @Test
    void changesNoPasswordWithoutTheOldOne() {
        Answer answer = changePassword("wrong horse", "battery staple");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.problem()).isEqualTo("wrong-password");
        assertThat(fixture.logIn("ada.l", "correct horse").status()).isEqualTo(200);
    }

    @Test
    void holdsANewPasswordToTheRules() {
        assertThat(changePassword("correct horse", "password1").problem()).isEqualTo("password-too-common");
        assertThat(changePassword("correct horse", "Ada@Example.com").problem()).isEqualTo("password-too-common");
        Answer tooLong = changePassword("correct horse", "é".repeat(37));
        assertThat(tooLong.json().path("errors").findValuesAsString("pointer")).containsExactly("#/new_password");
    }

    @Test
    void deletesNoAccountWithoutThePassword() {
        assertThat(delete("wrong horse").problem()).isEqualTo("wrong-password");
        assertThat(calls.delete(PROFILE).status()).isEqualTo(422);
        assertThat(calls.send("DELETE", PROFILE, Map.of("password", "correct horse"), Map.of("if-match", "\"7\""))
                        .problem())
                .isEqualTo("precondition-failed");
        assertThat(calls.get(PROFILE).status()).isEqualTo(200);
    }

    @Test
    void endsAllCredentialsWithTheAccount() {
        String key = fixture.apiKey(accessToken(registered), "enhance");

        assertThat(delete("correct horse").status()).isEqualTo(204);

        assertThat(calls.get(PROFILE).problem()).isEqualTo("access-token-invalid");
        assertThat(fixture.refresh(refreshToken(registered)).problem()).isEqualTo("refresh-token-invalid");
        assertThat(fixture.profile(key).problem()).isEqualTo("api-key-invalid");
        assertThat(fixture.logIn("ada.l", "correct horse").problem()).isEqualTo("invalid-credentials");
        assertThat(fixture.register().status()).isEqualTo(201);
    }

    private Answer delete(String password) {
        return calls.send("DELETE", PROFILE, Map.of("password", password), Map.of());
    }
}
