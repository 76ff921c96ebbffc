package io.betterprompts.auth;

import io.betterprompts.common.contract.Contract;
import io.betterprompts.common.data.Ids;
import io.betterprompts.common.identity.Authenticator;
import io.betterprompts.common.testkit.Calls;
import io.betterprompts.common.testkit.Calls.Answer;
import io.betterprompts.common.testkit.MutableClock;
import io.betterprompts.common.testkit.TestDatabase;
import java.time.Instant;
import java.util.Map;

/** The function as it runs, on a database of its own, with cheap passwords and time that a test lets pass. */
final class AuthFixture {

    static final String SECRET = "a secret for tests, long enough to be one: 0123456789";
    static final int COST = 4;

    final TestDatabase database = TestDatabase.fresh();
    final MutableClock clock = new MutableClock(Instant.parse("2026-11-22T10:00:00.123456789Z"));
    final Calls calls = calls(COST);

    /** With passwords of another cost. */
    Calls calls(int cost) {
        AuthApplication application = new AuthApplication();
        SigningKeys keys = new SigningKeys("test", reference -> SECRET, database.db(), clock);
        AuthHandlers handlers = application.handlers(
                Contract.load(),
                database.db(),
                database.transactions(),
                new Passwords(cost),
                keys,
                Ids.timeOrdered(),
                clock);
        return new Calls(application.http(Contract.load(), Authenticator.verifying(database.db(), clock), handlers));
    }

    static Map<String, String> ada() {
        return registration("Ada@Example.com", "Ada.L");
    }

    static Map<String, String> registration(String email, String username) {
        return Map.of("email", email, "username", username, "password", "correct horse");
    }

    Answer register() {
        return calls.post("/api/v1/auth/register", ada());
    }

    Answer logIn(String emailOrUsername, String password) {
        return calls.post("/api/v1/auth/login", Map.of("email_or_username", emailOrUsername, "password", password));
    }

    Answer refresh(String token) {
        return calls.post("/api/v1/auth/refresh", Map.of("refresh_token", token));
    }

    Answer profile(String accessToken) {
        return calls.withToken(accessToken).get("/api/v1/auth/profile");
    }

    static String accessToken(Answer answer) {
        return answer.json().path("access_token").asString();
    }

    static String refreshToken(Answer answer) {
        return answer.json().path("refresh_token").asString();
    }
}
