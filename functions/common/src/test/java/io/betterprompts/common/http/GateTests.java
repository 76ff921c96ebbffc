package io.betterprompts.common.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.betterprompts.common.cache.Cache;
import io.betterprompts.common.contract.Contract;
import io.betterprompts.common.contract.ContractFixture;
import io.betterprompts.common.identity.UserId;
import io.betterprompts.common.limit.RateLimits;
import io.betterprompts.common.testkit.Calls;
import io.betterprompts.common.testkit.Calls.Answer;
import io.betterprompts.common.testkit.DeadCache;
import io.betterprompts.common.testkit.MutableClock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class GateTests {

    private final MutableClock clock = new MutableClock(Instant.parse("2026-11-22T10:00:00Z"));
    private final Contract contract = ContractFixture.of("""
            x-default-function: things
            x-rate-limits:
              caller: {per: caller, quota: 3, window: 60}
              anyone: {per: address, quota: 2, window: 60}
              guess: {per: address, quota: 1, window: 60, without-cache: closed}
            x-default-rate-limits: [caller, anyone]
            security: [{accessToken: []}]
            paths:
              /mine: {get: {operationId: mine, x-function: things, x-scope: things}}
              /open: {get: {operationId: open, x-function: things, security: []}}
              /guess: {get: {operationId: guess, x-function: things, security: [], x-rate-limit: guess}}
              /health: {get: {operationId: health, x-function: things, security: [], x-rate-limit: none}}
            """);
    private final Calls anyone = calls(Cache.inMemory(clock));
    private final Calls user = anyone.as(new UserId(UUID.randomUUID()));

    private Calls calls(Cache cache) {
        Handler handler = request -> Response.ok(Map.of());
        HttpFunctions functions = HttpFunctions.limited(
                contract, Calls.trusting(contract.scopes()), new RateLimits(contract.rateLimits(), cache, clock));
        return new Calls(
                contract,
                functions.of("things", Map.of("mine", handler, "open", handler, "guess", handler, "health", handler)));
    }

    @Test
    void limitsEachCallerApart() {
        for (int i = 0; i < 3; i++) {
            assertThat(user.get("/mine").status()).isEqualTo(200);
        }

        assertThat(user.get("/mine").problem()).isEqualTo("rate-limit-exceeded");
        assertThat(anyone.as(new UserId(UUID.randomUUID())).get("/mine").status())
                .isEqualTo(200);
    }

    @Test
    void tellsEachAnswerWhatIsLeft() {
        Answer passed = user.get("/mine");

        assertThat(passed.header("ratelimit-policy")).isEqualTo("\"caller\";q=3;w=60");
        assertThat(passed.header("ratelimit")).isEqualTo("\"caller\";r=2;t=20");
        user.get("/mine");
        user.get("/mine");
        Answer refused = user.get("/mine");
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("ratelimit")).isEqualTo("\"caller\";r=0;t=60");
        assertThat(refused.header("retry-after")).isEqualTo("20");
    }

    @Test
    void limitsWhoeverIsNoCallerByAddress() {
        anyone.get("/open");
        anyone.get("/open");

        assertThat(anyone.get("/open").status()).isEqualTo(429);
        assertThat(anyone.from("192.0.2.7").get("/open").status()).isEqualTo(200);
        assertThat(user.get("/mine").status()).isEqualTo(200);
    }

    @Test
    void takesTheAddressFromTheGatewayAndNoHeader() {
        for (int i = 0; i < 2; i++) {
            anyone.send("GET", "/open", null, Map.of("x-forwarded-for", "198.51.100." + i, "forwarded", "for=x" + i));
        }

        assertThat(anyone.send("GET", "/open", null, Map.of("x-forwarded-for", "203.0.113.9"))
                        .status())
                .isEqualTo(429);
    }

    @Test
    void chargesTheAddressForCredentialsThatProveNothing() {
        assertThat(anyone.withToken("forged").get("/mine").status()).isEqualTo(401);
        assertThat(anyone.get("/mine").status()).isEqualTo(401);

        assertThat(anyone.withToken("forged").get("/mine").status()).isEqualTo(429);
        assertThat(user.get("/mine").status()).isEqualTo(200);
    }

    @Test
    void chargesTheLimitThatAnOperationNames() {
        assertThat(anyone.get("/guess").header("ratelimit-policy")).isEqualTo("\"guess\";q=1;w=60");

        assertThat(anyone.get("/guess").status()).isEqualTo(429);
        assertThat(anyone.get("/open").status()).isEqualTo(200);
    }

    @Test
    void limitsNothingWhereTheContractSaysSo() {
        for (int i = 0; i < 20; i++) {
            Answer answer = anyone.get("/health");
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("ratelimit")).isEmpty();
        }
    }

    @Test
    void servesWithoutACacheButLetsNobodyGuess() {
        Calls blind = calls(new DeadCache());

        for (int i = 0; i < 10; i++) {
            assertThat(blind.get("/open").status()).isEqualTo(200);
        }
        assertThat(blind.get("/guess").status()).isEqualTo(503);
        assertThat(blind.get("/guess").problem()).isEqualTo("rate-limit-unavailable");
    }
}
