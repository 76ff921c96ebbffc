package io.betterprompts.common.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.betterprompts.common.contract.Contract;
import io.betterprompts.common.contract.ContractFixture;
import io.betterprompts.common.data.Revisions;
import io.betterprompts.common.data.UserTransactions;
import io.betterprompts.common.identity.UserId;
import io.betterprompts.common.limit.RateLimits;
import io.betterprompts.common.problem.ProblemException;
import io.betterprompts.common.testkit.Calls;
import io.betterprompts.common.testkit.Calls.Answer;
import io.betterprompts.common.testkit.MutableClock;
import io.betterprompts.common.testkit.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OnceOnlyIT {

    private static final String KEY = "8e03978e-40d5-43e8-bc93-6894a57f9324";
    private static final Map<String, String> THING = Map.of("name", "lamp");

    private final TestDatabase database = TestDatabase.fresh();
    private final UserTransactions changes =
            new UserTransactions(database.transactions(), new Revisions(database.db()));
    private final MutableClock clock = new MutableClock(Instant.parse("2026-11-22T10:00:00Z"));
    private final UserId user = database.user();
    private final Contract contract = ContractFixture.of("""
            x-default-function: things
            security: [{accessToken: []}]
            paths:
              /things:
                post:
                  operationId: make
                  x-function: things
                  x-scope: things
                  parameters: [{name: Idempotency-Key, in: header, schema: {type: string}}]
                  requestBody: {content: {application/json: {schema: {type: object}}}}
              /old:
                post:
                  operationId: makeAlias
                  x-alias-of: make
                  x-function: things
                  x-scope: things
                  parameters: [{name: Idempotency-Key, in: header, schema: {type: string}}]
                  requestBody: {content: {application/json: {schema: {type: object}}}}
              /other:
                post:
                  operationId: other
                  x-function: things
                  x-scope: things
                  requestBody: {content: {application/json: {schema: {type: object}}}}
            """);
    private final Calls calls = calls(this::make);

    private Calls calls(Handler handler) {
        OnceOnly onceOnly = new OnceOnly(database.db(), database.transactions(), clock, new SecureRandom());
        HttpFunctions functions = new HttpFunctions(
                contract,
                Calls.trusting(contract.scopes()),
                RateLimits.none(),
                Edge.none(),
                onceOnly,
                RequestLog.withoutMetrics());
        return new Calls(contract, functions.of("things", Map.of("make", handler, "other", handler))).as(user);
    }

    /** Leaves a trace in the user's revisions, as each write does. */
    private Response make(Request request) {
        long made = changes.change(request.caller().user(), revision -> revision);
        return Response.created("/things/" + made, Map.of("made", made, "token", "top-secret-token"))
                .version(made);
    }

    private long made() {
        return database.db()
                .sql("select coalesce(max(last), 0) from auth.revisions where user_id = :user")
                .param("user", user.value())
                .query(Long.class)
                .single();
    }

    private Answer post(String path, Object body, String key) {
        return calls.send("POST", path, body, Map.of("Idempotency-Key", key));
    }

    @Test
    void carriesOutOnceAndAnswersTheSameAgain() {
        Answer first = post("/things", THING, KEY);
        Answer again = post("/things", THING, KEY);

        assertThat(made()).isEqualTo(1);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(again.header("location")).isEqualTo("/things/1");
        assertThat(again.header("etag")).isEqualTo("\"1\"");
        assertThat(again.header("content-type")).isEqualTo("application/json");
        assertThat(again.header("idempotent-replayed")).isEqualTo("true");
        assertThat(first.header("idempotent-replayed")).isEmpty();
        assertThat(again.header("x-request-id")).isNotEqualTo(first.header("x-request-id"));
    }

    @Test
    void carriesOutEachRequestWithoutAKey() {
        calls.post("/things", THING);
        calls.post("/things", THING);

        assertThat(made()).isEqualTo(2);
    }

    @Test
    void takesAKeyInQuotesAndAnAliasForTheSame() {
        post("/things", THING, KEY);

        assertThat(post("/old", THING, "\"" + KEY + "\"").header("idempotent-replayed"))
                .isEqualTo("true");
        assertThat(made()).isEqualTo(1);
    }

    @Test
    void refusesTheKeyForAnotherBody() {
        post("/things", THING, KEY);
        Answer other = post("/things", Map.of("name", "chair"), KEY);

        assertThat(other.status()).isEqualTo(409);
        assertThat(other.problem()).isEqualTo("idempotency-key-reused");
        assertThat(made()).isEqualTo(1);
    }

    @Test
    void givesNobodyTheAnswerOfAnother() {
        post("/things", THING, KEY);
        Answer theirs = calls.as(database.user()).send("POST", "/things", THING, Map.of("Idempotency-Key", KEY));

        assertThat(theirs.status()).isEqualTo(201);
        assertThat(theirs.header("idempotent-replayed")).isEmpty();
    }

    @Test
    void forgetsAfterADayAndNoSooner() {
        post("/things", THING, KEY);
        clock.pass(Duration.ofHours(24).minusSeconds(1));
        assertThat(post("/things", THING, KEY).header("idempotent-replayed")).isEqualTo("true");
        clock.pass(Duration.ofSeconds(1));

        assertThat(post("/things", THING, KEY).header("idempotent-replayed")).isEmpty();
        assertThat(made()).isEqualTo(2);
        assertThat(post("/things", THING, KEY).header("idempotent-replayed")).isEqualTo("true");
    }

    @Test
    void clearsAwayWhatIsForgotten() {
        post("/things", THING, KEY);
        clock.pass(Duration.ofDays(2));
        post("/things", THING, UUID.randomUUID().toString());

        assertThat(rows()).hasSize(1);
    }

    @Test
    void keepsNothingOfARequestThatFails() {
        Calls failing = calls(request -> {
            make(request);
            throw new ProblemException(409, "thing-taken", "Taken", "Choose another.");
        });

        assertThat(failing.send("POST", "/things", THING, Map.of("Idempotency-Key", KEY))
                        .problem())
                .isEqualTo("thing-taken");
        assertThat(made()).isZero();
        assertThat(post("/things", THING, KEY).status()).isEqualTo(201);
    }

    @Test
    void keepsNothingOfAFailureThatIsToldInAProtocolsOwnWords() {
        Calls failing = calls(new Handler() {
            @Override
            public Response handle(Request request) {
                make(request);
                throw new ProblemException(409, "thing-taken", "Taken", "Choose another.");
            }

            @Override
            public Response refuse(ProblemException problem) {
                return Response.ok(Map.of("error", problem.type()));
            }
        });

        Answer answer = failing.send("POST", "/things", THING, Map.of("Idempotency-Key", KEY));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("error").asString()).isEqualTo("thing-taken");
        assertThat(made()).isZero();
        assertThat(post("/things", THING, KEY).status()).isEqualTo(201);
    }

    @Test
    void keepsNothingOfARequestThatBreaksOff() {
        Calls killed = calls(request -> {
            make(request);
            throw new IllegalStateException("killed");
        });

        assertThat(killed.send("POST", "/things", THING, Map.of("Idempotency-Key", KEY))
                        .status())
                .isEqualTo(500);
        assertThat(made()).isZero();
        assertThat(post("/things", THING, KEY).status()).isEqualTo(201);
    }

    @Test
    void turnsASecondAwayWhileTheFirstIsRunning() {
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        Calls slow = calls(request -> {
            running.countDown();
            await(mayEnd);
            return make(request);
        });
        CompletableFuture<Answer> first = CompletableFuture.supplyAsync(
                () -> slow.send("POST", "/things", THING, Map.of("Idempotency-Key", KEY)));
        await(running);
        Answer second = post("/things", THING, KEY);
        mayEnd.countDown();

        assertThat(second.problem()).isEqualTo("request-in-progress");
        assertThat(second.header("retry-after")).isEqualTo("1");
        assertThat(first.join().status()).isEqualTo(201);
        assertThat(post("/things", THING, KEY).header("idempotent-replayed")).isEqualTo("true");
        assertThat(made()).isEqualTo(1);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "with a space in between", "späße-sind-kein-ascii"})
    void refusesAKeyThatIsNone(String key) {
        Answer answer = post("/things", THING, key);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().path("errors").get(0).path("parameter").asString())
                .isEqualTo("Idempotency-Key");
    }

    @Test
    void heedsNoKeyWhereTheContractTakesNone() {
        post("/other", THING, "short");
        post("/other", THING, "short");

        assertThat(made()).isEqualTo(2);
    }

    @Test
    void storesNeitherKeyNorRequestNorAnswerInTheOpen() {
        post("/things", THING, KEY);

        assertThat(rows())
                .allSatisfy(row -> assertThat(row)
                        .doesNotContain("top-secret-token")
                        .doesNotContain("lamp")
                        .doesNotContain(KEY));
    }

    private List<String> rows() {
        return database.db()
                .sql("select id, fingerprint, answer from auth.idempotent_answers")
                .query((row, n) -> {
                    String answer = new String(row.getBytes("answer"), StandardCharsets.ISO_8859_1);
                    String fingerprint = new String(row.getBytes("fingerprint"), StandardCharsets.ISO_8859_1);
                    return row.getString("id") + fingerprint + answer;
                })
                .list();
    }
}
