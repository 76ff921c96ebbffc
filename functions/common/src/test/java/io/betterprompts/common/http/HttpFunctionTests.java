package io.betterprompts.common.http;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.betterprompts.common.contract.Contract;
import io.betterprompts.common.contract.ContractFixture;
import io.betterprompts.common.contract.InvalidContract;
import io.betterprompts.common.identity.AccessTokenInvalid;
import io.betterprompts.common.identity.Authenticator;
import io.betterprompts.common.identity.Caller;
import io.betterprompts.common.identity.Credential;
import io.betterprompts.common.identity.SessionId;
import io.betterprompts.common.identity.UserId;
import io.betterprompts.common.problem.ProblemException;
import io.betterprompts.common.testkit.Calls;
import io.betterprompts.common.testkit.Calls.Answer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessResourceFailureException;

class HttpFunctionTests {

    private static final UserId USER = new UserId(UUID.randomUUID());
    private static final Map<String, String> THING = Map.of("name", "lamp");

    private final Contract contract = ContractFixture.contract();
    private final AtomicReference<@Nullable Request> seen = new AtomicReference<>();
    private final Calls calls = calls(request -> {
        seen.set(request);
        return Response.ok(Map.of("text", "Grüße 👋"));
    });

    private Calls calls(Handler handler) {
        Map<String, Handler> handlers = Map.of("makeThing", handler, "readThing", handler);
        return new Calls(
                        contract,
                        HttpFunctions.unlimited(contract, Calls.trusting(contract.scopes()))
                                .of("things", handlers))
                .as(USER);
    }

    @Test
    void refusesToStartWithoutAHandlerForAnOperation() {
        assertThatThrownBy(() -> HttpFunctions.unlimited(contract, Calls.trusting(contract.scopes()))
                        .of("things", Map.of()))
                .isInstanceOf(InvalidContract.class)
                .hasMessageContaining("makeThing");
    }

    @Test
    void refusesToStartWithAHandlerForNoOperation() {
        Handler handler = request -> Response.noContent();
        Map<String, Handler> handlers = Map.of("makeThing", handler, "readThing", handler, "breakThing", handler);

        assertThatThrownBy(() -> HttpFunctions.unlimited(contract, Calls.trusting(contract.scopes()))
                        .of("things", handlers))
                .isInstanceOf(InvalidContract.class)
                .hasMessageContaining("breakThing");
    }

    @Test
    void handsTheHandlerAProvenCallerAndACheckedBody() {
        Answer answer = calls.post("/things", THING);
        Request request = requireNonNull(seen.get());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("text").asString()).isEqualTo("Grüße 👋");
        assertThat(answer.header("x-request-id")).isEqualTo(request.requestId());
        assertThat(request.caller().user()).isEqualTo(USER);
        assertThat(request.body().path("name").asString()).isEqualTo("lamp");
        assertThat(request.sourceIp()).isEqualTo("192.0.2.1");
    }

    @Test
    void answersAnAliasWithTheHandlerOfTheOperation() {
        assertThat(calls.post("/old/things", THING).status()).isEqualTo(200);
    }

    @Test
    void readsBodiesInBase64() {
        Handler echo = request -> Response.ok(request.body());
        HttpFunction function = HttpFunctions.unlimited(contract, Calls.trusting(contract.scopes()))
                .of("things", Map.of("makeThing", echo, "readThing", echo));
        Calls encoding = new Calls(contract, event -> {
                    event.setBody(
                            Base64.getEncoder().encodeToString(event.getBody().getBytes(StandardCharsets.UTF_8)));
                    event.setIsBase64Encoded(true);
                    return function.apply(event);
                })
                .as(USER);

        assertThat(encoding.post("/things", Map.of("name", "läufer"))
                        .json()
                        .path("name")
                        .asString())
                .isEqualTo("läufer");
    }

    @Test
    void letsAnOperationTellItsFaultsButNotThoseOfTheCredential() {
        Calls own = calls(new Handler() {
            @Override
            public Response handle(Request request) {
                throw new IllegalStateException("was to be refused");
            }

            @Override
            public Response refuse(ProblemException problem) {
                return Response.ok(Map.of("error", problem.type()));
            }
        });

        assertThat(own.post("/things", "{").json().path("error").asString()).isEqualTo("malformed-request");
        assertThat(own.post("/things", Map.of()).json().path("error").asString())
                .isEqualTo("validation-failed");
        assertThat(own.withToken("forged").post("/things", THING).problem()).isEqualTo("access-token-invalid");
    }

    @Test
    void asksForALoginWhereTheOperationNeedsOne() {
        Answer answer = calls.send("POST", "/things", THING, Map.of("authorization", "Basic eDp5"));

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.problem()).isEqualTo("unauthenticated");
        assertThat(answer.header("www-authenticate")).isEqualTo("Bearer");
        assertThat(answer.json().path("request_id").asString()).isEqualTo(answer.header("x-request-id"));
    }

    @Test
    void refusesATokenThatProvesNothing() {
        assertThat(calls.withToken("forged").post("/things", THING).problem()).isEqualTo("access-token-invalid");
    }

    @Test
    void namesTheScopeThatIsMissing() {
        Calls reading = new Calls(
                        contract,
                        HttpFunctions.unlimited(contract, Calls.trusting(Set.of("things:read")))
                                .of(
                                        "things",
                                        Map.of(
                                                "makeThing",
                                                r -> Response.noContent(),
                                                "readThing",
                                                r -> Response.noContent())))
                .as(USER);

        Answer answer = reading.post("/things", THING);

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.problem()).isEqualTo("insufficient-scope");
        assertThat(answer.text()).contains("things:write");
        assertThat(answer.header("www-authenticate"))
                .isEqualTo("Bearer error=\"insufficient_scope\", scope=\"things:write\"");
    }

    @Test
    void takesSilenceButNoForgeryWhereNobodyNeedSayWhoTheyAre() {
        Contract optional = ContractFixture.of("""
                security: [{accessToken: []}]
                x-default-function: a
                paths:
                  /a: {get: {operationId: read, x-function: a, x-scope: 'a:read', security: [{}, {accessToken: []}]}}
                """);
        Handler whoIsThere =
                request -> Response.ok(Map.of("known", request.sender().isPresent()));
        Calls anonymous = new Calls(
                optional,
                HttpFunctions.unlimited(optional, Calls.trusting(Set.of("a:read")))
                        .of("a", Map.of("read", whoIsThere)));

        assertThat(anonymous.get("/a").json().path("known").asBoolean()).isFalse();
        assertThat(anonymous.as(USER).get("/a").json().path("known").asBoolean())
                .isTrue();
        assertThat(anonymous.withToken("forged").get("/a").problem()).isEqualTo("access-token-invalid");
    }

    @Test
    void letsAnyoneCallAnOpenOperation() {
        Calls anonymous = new Calls(
                contract,
                HttpFunctions.unlimited(contract, Calls.trusting(contract.scopes()))
                        .of(
                                "things",
                                Map.of(
                                        "makeThing",
                                        r -> Response.noContent(),
                                        "readThing",
                                        r -> Response.noContent())));

        assertThat(anonymous.get("/things/" + UUID.randomUUID()).status()).isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\": ",
                "{\"name\": \"a\"} x",
                "{\"name\": \"a\", \"name\": \"b\"}",
                "{name: 'a'}",
                "{\"name\": \"\\u0000\"}",
                "{\"name\": \"\\ud800\"}",
                "{\"\\udc00\": 1}"
            })
    void refusesWhatIsNotJsonOrHoldsNoText(String body) {
        Answer answer = calls.send("POST", "/things", body, Map.of());

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("malformed-request");
    }

    @Test
    void neverRepeatsWhatWasSentWhenItCannotBeRead() {
        Answer answer = calls.send("POST", "/things", "{\"password\": hunter2secret}", Map.of());

        assertThat(answer.text()).doesNotContain("hunter2secret").contains("line 1");
    }

    @Test
    void pointsAtEachFaultOfABody() {
        Answer answer = calls.post("/things", Map.of("name", "x".repeat(21), "size", "big", "colour", "red"));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.problem()).isEqualTo("validation-failed");
        assertThat(answer.json().path("errors").findValuesAsString("pointer"))
                .containsExactlyInAnyOrder("#/name", "#/size", "#/colour");
    }

    @Test
    void saysWhichPropertyIsMissing() {
        Answer answer = calls.post("/things", Map.of());

        assertThat(answer.json().path("errors").get(0).path("pointer").asString())
                .isEqualTo("#/name");
        assertThat(answer.json().path("errors").get(0).path("detail").asString())
                .isEqualTo("is required");
    }

    @Test
    void asksForTheBodyThatIsMissing() {
        assertThat(calls.post("/things", null).status()).isEqualTo(422);
    }

    @Test
    void refusesABodyOfAnotherMediaType() {
        Answer answer = calls.send("POST", "/things", "name=lamp", Map.of("content-type", "text/plain"));

        assertThat(answer.status()).isEqualTo(415);
    }

    @Test
    void refusesABodyOverTheLimit() {
        Answer answer = calls.post("/things", Map.of("name", "x".repeat(Bodies.LIMIT)));

        assertThat(answer.status()).isEqualTo(413);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/things/7",
                "/things/00000000-0000-0000-0000-000000000000?limit=0",
                "/things/x?limit=many",
                "/things/00000000-0000-0000-0000-000000000000?limit=+5",
                "/things/00000000-0000-0000-0000-000000000000?limit=1e1",
                "/things/00000000-0000-0000-0000-000000000000?limit="
            })
    void checksPathAndQueryParameters(String target) {
        Answer answer = calls.get(target);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().path("errors").get(0).path("parameter").asString())
                .isIn("id", "limit");
    }

    @Test
    void readsANumberAsTheContractDoes() {
        calls.get("/things/00000000-0000-0000-0000-000000000000?limit=5.0");

        assertThat(requireNonNull(seen.get()).integer("limit")).contains(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e400", "-1e400"})
    void refusesANumberNobodyCanKeep(String number) {
        Answer answer = calls.send("POST", "/things", "{\"name\": \"a\", \"size\": " + number + "}", Map.of());

        assertThat(answer.status()).isEqualTo(400);
    }

    @Test
    void knowsNoOtherPath() {
        Answer answer = calls.get("/nowhere");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.problem()).isEqualTo("route-not-found");
    }

    @Test
    void namesTheMethodsAPathDoesAnswer() {
        Answer answer = calls.delete("/things");

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.header("allow")).isEqualTo("POST");
    }

    @Test
    void tellsAHandlersOwnProblem() {
        Calls failing = calls(request -> {
            throw new ProblemException(409, "thing-taken", "Taken", "Choose another name.");
        });

        assertThat(failing.post("/things", THING).status()).isEqualTo(409);
        assertThat(failing.post("/things", THING).problem()).isEqualTo("thing-taken");
    }

    @Test
    void tellsNothingOfAnUnexpectedFailure() {
        Calls failing = calls(request -> {
            throw new IllegalStateException("secret detail");
        });

        Answer answer = failing.post("/things", THING);

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.text()).doesNotContain("secret detail");
    }

    @Test
    void saysWhenTheDatabaseIsAway() {
        Calls failing = calls(request -> {
            throw new DataAccessResourceFailureException("no connection");
        });

        Answer answer = failing.post("/things", THING);

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("retry-after")).isNotEmpty();
    }

    @Test
    void tellsBrowsersToRunNothingAndKeepNothing() {
        for (Answer answer :
                List.of(calls.post("/things", THING), calls.get("/nowhere"), calls.post("/things", null))) {
            assertThat(answer.header("x-content-type-options")).isEqualTo("nosniff");
            assertThat(answer.header("referrer-policy")).isEqualTo("no-referrer");
            assertThat(answer.header("content-security-policy")).contains("default-src 'none'");
            assertThat(answer.header("cache-control")).isEqualTo("no-store");
            assertThat(answer.header("x-request-id")).isNotEmpty();
            assertThat(answer.header("strict-transport-security")).isEmpty();
        }
    }

    @Test
    void asksForTlsWhereTheRequestCameOverIt() {
        Answer answer = calls.send("POST", "/things", THING, Map.of("X-Forwarded-Proto", "https"));

        assertThat(answer.header("strict-transport-security")).isEqualTo("max-age=31536000");
    }

    @Test
    void keepsTheHeadersThatAnAnswerBringsItself() {
        Calls own = calls(request -> Response.ok(Map.of()).header("cache-control", "max-age=300"));

        assertThat(own.post("/things", THING).header("cache-control")).isEqualTo("max-age=300");
    }

    @ParameterizedTest
    @ValueSource(ints = {66, 400, 100_000})
    void refusesWhatIsNestedTooDeeply(int depth) {
        Answer answer = calls.send("POST", "/things", "[".repeat(depth) + "]".repeat(depth), Map.of());

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains("nested");
    }

    @Test
    void refusesANumberOfThousandsOfDigits() {
        String body = "{\"name\": \"a\", \"size\": " + "1".repeat(5000) + "}";

        assertThat(calls.send("POST", "/things", body, Map.of()).status()).isEqualTo(422);
    }

    /** Says who it is, and that nobody asked whether their login stands. */
    private static final class OnPresentation implements Authenticator {

        private static final Credential.Token TOKEN = new Credential.Token(new SessionId(UUID.randomUUID()), "kid");

        private boolean stands = true;

        @Override
        public Caller authenticate(String credential) {
            return confirm(identify(credential));
        }

        @Override
        public Caller identify(String credential) {
            return new Caller(USER, TOKEN, Set.of("things:write"));
        }

        @Override
        public Caller confirm(Caller identified) {
            if (!stands) {
                throw new AccessTokenInvalid();
            }
            return Caller.loggedIn(USER, TOKEN.session(), identified.scopes());
        }
    }

    private final OnPresentation presentation = new OnPresentation();

    private Calls presented(boolean confirms) {
        Handler handler = new Handler() {
            @Override
            public Response handle(Request request) {
                seen.set(request);
                return Response.noContent();
            }

            @Override
            public boolean confirmsCaller() {
                return confirms;
            }
        };
        Map<String, Handler> handlers = Map.of("makeThing", handler, "readThing", handler);
        return new Calls(
                        contract,
                        HttpFunctions.unlimited(contract, presentation).of("things", handlers))
                .as(USER);
    }

    @Test
    void hasLoginsConfirmedBeforeAHandlerThatDoesNotDoSoItself() {
        presented(false).post("/things", THING);
        assertThat(requireNonNull(seen.get()).caller().credential()).isInstanceOf(Credential.Login.class);

        presented(true).post("/things", THING);
        assertThat(requireNonNull(seen.get()).caller().credential()).isEqualTo(OnPresentation.TOKEN);

        presentation.stands = false;
        assertThat(presented(false).post("/things", THING).problem()).isEqualTo("access-token-invalid");
    }

    /** Its answer may be one that was kept, and then no handler sees the request. */
    @Test
    void hasLoginsConfirmedBeforeARequestThatIsCarriedOutOnce() {
        presentation.stands = false;

        Answer answer = presented(true).send("POST", "/things", THING, Map.of("idempotency-key", "a-key-of-my-own-1"));

        assertThat(answer.problem()).isEqualTo("access-token-invalid");
        assertThat(seen.get()).isNull();
    }

    @Test
    void refusesTheCredentialBeforeItSaysThatAnOperationIsAnothersToAnswer() {
        presentation.stands = false;

        assertThat(presented(true).get("/things/newest").problem()).isEqualTo("access-token-invalid");
    }

    @Test
    void tellsNothingElseToALoginThatEnded() {
        presentation.stands = false;

        assertThat(presented(true).post("/things", Map.of("size", "big")).problem())
                .isEqualTo("access-token-invalid");
    }
}
