package io.betterprompts.enhance;

import static org.assertj.core.api.Assertions.assertThat;

import io.betterprompts.common.cache.MemoryCaches;
import io.betterprompts.common.contract.Contract;
import io.betterprompts.common.identity.Authenticator;
import io.betterprompts.common.identity.Caller;
import io.betterprompts.common.identity.Credential;
import io.betterprompts.common.identity.Revocations;
import io.betterprompts.common.identity.SessionId;
import io.betterprompts.common.identity.UserId;
import io.betterprompts.common.testkit.Calls.Answer;
import io.betterprompts.common.testkit.RoundTrips;
import io.betterprompts.common.testkit.TestDatabase;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An enhancement on what is presumed of its caller, whose login only the database knows to stand. */
class OneRoundTripIT {

    private static final SessionId SESSION = new SessionId(UUID.randomUUID());
    private static final String KID = "0123456789abcdef";

    private final TestDatabase plain = TestDatabase.fresh();
    private final RoundTrips roundTrips = plain.counter();
    private final TestDatabase counted = plain.through(roundTrips);
    private final EnhanceFixture function = new EnhanceFixture(
            new EnhanceSettings(false, Optional.empty(), EnhanceFixture.NO_PAGES), counted, new Tokens(counted));

    @BeforeEach
    void logIn() {
        plain.db()
                .sql("insert into auth.signing_keys (kid, public_key, created_at) values (:kid, '', now())")
                .param("kid", KID)
                .update();
        plain.db()
                .sql("""
                        insert into auth.sessions (id, user_id, refresh_token_hash, created_at, last_used_at, expires_at)
                        values (:id, :user, '', now(), now(), now() + interval '30 days')
                        """)
                .param("id", SESSION.value())
                .param("user", function.user.value())
                .update();
    }

    @Test
    void storesWithOneStatementOnceTheCallerIsKnown() {
        int first = roundTrips.during(() -> enhanced("name three rivers"));
        int second = roundTrips.during(() -> enhanced("name three lakes"));
        int repeated = roundTrips.during(() -> enhanced("name three lakes"));

        assertThat(List.of(first, second, repeated)).containsExactly(3, 1, 1);
        assertThat(function.versions("original_prompt"))
                .containsExactly("name three rivers", "name three lakes", "name three lakes");
    }

    @Test
    void refusesALoginThatEndedSince() {
        enhanced("name three rivers");
        long revision = revision();

        endLogin();

        assertThat(function.enhance("name three lakes").problem()).isEqualTo("access-token-invalid");
        assertThat(function.versions("original_prompt")).containsExactly("name three rivers");
        assertThat(revision()).isEqualTo(revision);
    }

    @Test
    void refusesALoginThatEndedWhateverElseIsWrong() {
        enhanced("name three rivers");
        endLogin();

        assertThat(function.enhance(Map.of("text", "hi", "save", false)).problem())
                .isEqualTo("access-token-invalid");
        assertThat(function.enhance(Map.of("text", "hi", "prefer_techniques", List.of("no-such-technique")))
                        .problem())
                .isEqualTo("access-token-invalid");
        assertThat(function.enhance(Map.of("text", 7)).problem()).isEqualTo("access-token-invalid");
        assertThat(function.enhance(Map.of("text", "hi", "history_id", UUID.randomUUID()))
                        .problem())
                .isEqualTo("access-token-invalid");
    }

    @Test
    void followsSettingsThatWereChangedElsewhere() {
        enhanced("name three rivers");

        function.setDefaultModel("gpt-4o");
        int changed = roundTrips.during(() -> enhanced("name three lakes"));
        int known = roundTrips.during(() -> enhanced("name three hills"));

        assertThat(function.versions("model_name")).containsExactly("null", "gpt-4o", "gpt-4o");
        assertThat(List.of(changed, known)).containsExactly(4, 1);
    }

    @Test
    void doesNotCallItsOwnFirstAttemptAnEarlierRequest() {
        enhanced("name three rivers");

        function.set(Map.of("rules", ""));

        assertThat(enhanced("name three lakes").json().path("cached").asBoolean())
                .isFalse();
        assertThat(enhanced("name three lakes").json().path("cached").asBoolean())
                .isTrue();
    }

    @Test
    void forgetsSettingsThatCannotBeFollowedWhenTheyAreMended() {
        function.set(Map.of("excluded_techniques", List.of("no-such-technique")));
        assertThat(function.enhance("name three rivers").status()).isGreaterThanOrEqualTo(400);

        function.set(Map.of());

        enhanced("name three rivers");
    }

    private Answer enhanced(String text) {
        Answer answer = function.enhance(text);
        assertThat(answer.status()).isEqualTo(200);
        return answer;
    }

    private void endLogin() {
        plain.db().sql("update auth.sessions set revoked_at = now()").update();
    }

    private long revision() {
        return plain.db()
                .sql("select last from auth.revisions where user_id = :user")
                .param("user", function.user.value())
                .query(Long.class)
                .single();
    }

    /** Takes a user's id for a token of theirs, and asks for its login as the product does. */
    private record Tokens(Authenticator product) implements Authenticator {

        Tokens(TestDatabase database) {
            this(Authenticator.verifying(
                    database.db(), Clock.systemUTC(), new Revocations(MemoryCaches.fresh(Clock.systemUTC()))));
        }

        @Override
        public Caller authenticate(String credential) {
            return confirm(identify(credential));
        }

        @Override
        public Caller identify(String credential) {
            Credential token = new Credential.Token(SESSION, KID);
            return new Caller(
                    new UserId(UUID.fromString(credential)),
                    token,
                    Contract.load().scopes());
        }

        @Override
        public Caller confirm(Caller identified) {
            return product.confirm(identified);
        }
    }
}
