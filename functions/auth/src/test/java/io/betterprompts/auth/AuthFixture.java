package io.betterprompts.auth;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.betterprompts.common.cache.Cache;
import io.betterprompts.common.contract.Contract;
import io.betterprompts.common.data.Ids;
import io.betterprompts.common.data.Revisions;
import io.betterprompts.common.data.UserTransactions;
import io.betterprompts.common.http.HttpFunctions;
import io.betterprompts.common.identity.Authenticator;
import io.betterprompts.common.identity.Revocations;
import io.betterprompts.common.testkit.Calls;
import io.betterprompts.common.testkit.Calls.Answer;
import io.betterprompts.common.testkit.MutableClock;
import io.betterprompts.common.testkit.TestDatabase;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The function as it runs, on a database of its own, with cheap passwords and time that a test lets pass. */
final class AuthFixture {

    static final String SECRET = "a secret for tests, long enough to be one: 0123456789";
    static final int COST = 4;

    final TestDatabase database = TestDatabase.fresh();
    final MutableClock clock = new MutableClock(Instant.parse("2026-11-22T10:00:00.123456789Z"));
    private final Revocations revocations;
    private final Function<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> function;
    final Calls calls;

    AuthFixture() {
        this.revocations = new Revocations(Cache.inMemory(clock));
        this.function = function(COST);
        this.calls = new Calls(function);
    }

    /** With a cache of another kind. */
    AuthFixture(Cache cache) {
        this.revocations = new Revocations(cache);
        this.function = function(COST);
        this.calls = new Calls(function);
    }

    private Function<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> function(int cost) {
        AuthApplication application = new AuthApplication();
        Contract contract = Contract.load();
        Ids ids = Ids.timeOrdered();
        Passwords passwords = new Passwords(cost);
        PasswordRules rules = application.passwordRules();
        SigningKeys keys = new SigningKeys("test", reference -> SECRET, database.db(), clock);
        Users users = application.users(database.db());
        Sessions sessions = application.sessions(database.db(), database.transactions(), revocations, clock);
        LoginAttempts attempts = application.loginAttempts(database.db(), database.transactions(), clock);
        UserTransactions changes = new UserTransactions(database.transactions(), new Revisions(database.db()));
        return application.http(
                HttpFunctions.unlimited(contract, Authenticator.verifying(database.db(), clock, revocations)),
                application.tokenHandlers(
                        contract,
                        users,
                        sessions,
                        attempts,
                        rules,
                        passwords,
                        keys,
                        database.transactions(),
                        ids,
                        clock),
                application.accountHandlers(
                        database.db(),
                        users,
                        sessions,
                        attempts,
                        rules,
                        passwords,
                        database.transactions(),
                        changes,
                        clock),
                application.apiKeyHandlers(database.db(), users, database.transactions(), revocations, ids, clock),
                sessions,
                keys);
    }

    /** With passwords of another cost. */
    Calls calls(int cost) {
        return new Calls(function(cost));
    }

    /** From another address. */
    Calls callsFrom(String ip) {
        return new Calls(event -> {
            event.getRequestContext().getHttp().setSourceIp(ip);
            return function.apply(event);
        });
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

    /** Makes an API key and gives its text. */
    String apiKey(String accessToken, String... scopes) {
        Answer answer = calls.withToken(accessToken)
                .post("/api/v1/auth/api-keys", Map.of("name", "editor", "scopes", List.of(scopes)));
        return answer.json().path("key").asString();
    }

    static String accessToken(Answer answer) {
        return answer.json().path("access_token").asString();
    }

    static String refreshToken(Answer answer) {
        return answer.json().path("refresh_token").asString();
    }
}
