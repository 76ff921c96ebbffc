package io.betterprompts.common.http;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.betterprompts.common.cache.Cache;
import io.betterprompts.common.contract.Contract;
import io.betterprompts.common.contract.ContractFixture;
import io.betterprompts.common.limit.RateLimits;
import io.betterprompts.common.secret.Secrets;
import io.betterprompts.common.testkit.Calls;
import io.betterprompts.common.testkit.Calls.Answer;
import io.betterprompts.common.testkit.MutableClock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class EdgeTests {

    private final MutableClock clock = new MutableClock(Instant.parse("2026-11-22T10:00:00Z"));
    private final AtomicReference<String> secret = new AtomicReference<>("of the edge");
    private final Contract contract = ContractFixture.of("""
            x-default-function: things
            x-rate-limits:
              anyone: {per: address, quota: 1, window: 60}
            x-default-rate-limits: [anyone]
            security: []
            paths:
              /address: {get: {operationId: address, x-function: things, security: []}}
            """);

    private String current(String reference) {
        return requireNonNull(secret.get());
    }

    @Test
    void takesTheAddressThatTheEdgeNames() {
        Calls calls = behind(new Edge("arn", this::current, clock));

        assertThat(through(calls, "198.51.100.1").json().path("address").asString())
                .isEqualTo("198.51.100.1");
    }

    @Test
    void limitsEachSenderAndNotTheEdge() {
        Calls calls = behind(new Edge("arn", this::current, clock));

        assertThat(through(calls, "198.51.100.1").status()).isEqualTo(200);
        assertThat(through(calls, "198.51.100.1").problem()).isEqualTo("rate-limit-exceeded");
        assertThat(through(calls, "198.51.100.2").status()).isEqualTo(200);
    }

    @Test
    void refusesWhateverCameAroundTheEdge() {
        Calls calls = behind(new Edge("arn", this::current, clock));

        assertThat(calls.get("/address").problem()).isEqualTo("not-through-the-edge");
        assertThat(sent(calls, Map.of(Edge.SECRET, "guessed", Edge.VIEWER, "198.51.100.1"))
                        .problem())
                .isEqualTo("not-through-the-edge");
        assertThat(sent(calls, Map.of(Edge.SECRET, current("arn"))).problem()).isEqualTo("not-through-the-edge");
    }

    @Test
    void readsNoSecretForARequestThatShowsNone() {
        Secrets unreadable = reference -> {
            throw new AssertionError("read");
        };

        assertThat(behind(new Edge("arn", unreadable, clock)).get("/address").status())
                .isEqualTo(403);
    }

    @Test
    void takesANewSecretAfterFiveMinutes() {
        Calls calls = behind(new Edge("arn", this::current, clock));
        through(calls, "198.51.100.1");
        secret.set("another");

        assertThat(through(calls, "198.51.100.2").status()).isEqualTo(403);

        clock.pass(Edge.REREAD);
        assertThat(through(calls, "198.51.100.3").status()).isEqualTo(200);
    }

    @Test
    void believesNoHeaderWhereThereIsNoEdge() {
        Answer answer = sent(behind(Edge.none()), Map.of(Edge.SECRET, "", Edge.VIEWER, "198.51.100.1"));

        assertThat(answer.json().path("address").asString()).isEqualTo("192.0.2.1");
    }

    private Calls behind(Edge edge) {
        RateLimits limits = new RateLimits(contract.rateLimits(), Cache.inMemory(clock), clock);
        HttpFunctions functions = HttpFunctions.behind(edge, contract, Calls.trusting(contract.scopes()), limits);
        return new Calls(
                contract,
                functions.of(
                        "things", Map.of("address", request -> Response.ok(Map.of("address", request.sourceIp())))));
    }

    private Answer through(Calls calls, String viewer) {
        return sent(calls, Map.of(Edge.SECRET, current("arn"), Edge.VIEWER, viewer));
    }

    private static Answer sent(Calls calls, Map<String, String> headers) {
        return calls.send("GET", "/address", null, headers);
    }
}
