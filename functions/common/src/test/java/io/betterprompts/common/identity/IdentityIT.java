package io.betterprompts.common.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.util.Credentials;
import io.betterprompts.common.cache.Cache;
import io.betterprompts.common.data.DataConfiguration;
import io.betterprompts.common.data.DatabaseSettings;
import io.betterprompts.common.testkit.DeadCache;
import io.betterprompts.common.testkit.TestDatabase;
import io.jsonwebtoken.security.Jwks;
import java.security.PublicKey;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class IdentityIT {

    private final TokenFixture fixture = new TokenFixture();
    private final TestDatabase database = TestDatabase.fresh();
    private final JdbcClient db = database.db();
    private final Caller caller =
            Caller.loggedIn(database.user(), new SessionId(UUID.randomUUID()), Set.of("things:read"));
    private final Revocations revocations = new Revocations(Cache.inMemory(fixture.clock));
    private final Authenticator authenticator = Authenticator.verifying(db, fixture.clock, revocations);
    private final String token = fixture.signed(fixture.claims(caller));

    @BeforeEach
    void logIn() {
        publish(TokenFixture.KID, fixture.keys.getPublic());
        db.sql("""
            insert into auth.sessions (
                id, user_id, refresh_token_hash, created_at, last_used_at, expires_at)
            values (:id, :user, '', :now, :now, :now + interval '30 days')
            """)
                .param("id", caller.session().value())
                .param("user", caller.user().value())
                .param("now", fixture.clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    @Test
    void knowsTheCallerOfAStandingSession() {
        assertThat(authenticator.authenticate(token)).isEqualTo(caller);
    }

    /** Lambda's pool has two; a third reader of the keys found none left. */
    @Test
    void givesBackTheConnectionOnWhichItReadTheKeys() {
        DatabaseSettings settings = new DatabaseSettings(
                database.jdbcUrl(), () -> Credentials.of("postgres", ""), 1, Duration.ofSeconds(2));
        try (HikariDataSource pool = DataConfiguration.pool(settings)) {
            Authenticator onOneConnection =
                    Authenticator.verifying(JdbcClient.create(pool), fixture.clock, revocations);

            assertThat(onOneConnection.authenticate(token)).isEqualTo(caller);
            assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isZero();
        }
    }

    @Test
    void refusesARevokedSessionAtTheNextRequest() {
        assertThat(authenticator.authenticate(token)).isEqualTo(caller);

        db.sql("update auth.sessions set revoked_at = now()").update();

        refuses(token);
    }

    /** The database has not been told: the cache alone was asked. */
    @Test
    void refusesWhatTheCacheKnowsToHaveEnded() {
        revocations.note(caller.session());

        refuses(token);
    }

    @Test
    void refusesARevokedSessionWhileTheCacheIsDown() {
        Revocations deaf = new Revocations(new DeadCache());
        Authenticator withoutCache = Authenticator.verifying(db, fixture.clock, deaf);
        assertThat(withoutCache.authenticate(token)).isEqualTo(caller);

        db.sql("update auth.sessions set revoked_at = now()").update();
        deaf.note(caller.session());

        assertThatThrownBy(() -> withoutCache.authenticate(token)).isInstanceOf(AccessTokenInvalid.class);
    }

    @Test
    void refusesASessionThatIsOver() {
        db.sql("update auth.sessions set expires_at = :now")
                .param("now", fixture.clock.instant().atOffset(ZoneOffset.UTC))
                .update();

        refuses(token);
    }

    @Test
    void refusesAnInactiveUser() {
        db.sql("update auth.users set is_active = false").update();

        refuses(token);
    }

    @Test
    void refusesADeletedUser() {
        db.sql("delete from auth.users").update();

        refuses(token);
    }

    @Test
    void refusesTheSessionOfAnotherUser() {
        refuses(fixture.signed(fixture.claims(Caller.loggedIn(database.user(), caller.session(), caller.scopes()))));
    }

    @Test
    void refusesAKeyRetiredSinceItWasRead() {
        assertThat(authenticator.authenticate(token)).isEqualTo(caller);

        retireAt(Duration.ZERO);

        refuses(token);
        assertThatThrownBy(() ->
                        Authenticator.verifying(db, fixture.clock, revocations).authenticate(token))
                .isInstanceOf(AccessTokenInvalid.class);
    }

    @Test
    void takesAKeyUntilItIsRetired() {
        retireAt(Duration.ofMinutes(1));
        assertThat(authenticator.authenticate(token)).isEqualTo(caller);

        fixture.clock.pass(Duration.ofMinutes(1));

        refuses(token);
    }

    private void retireAt(Duration fromNow) {
        db.sql("update auth.signing_keys set retired_at = :end")
                .param("end", fixture.clock.instant().plus(fromNow).atOffset(ZoneOffset.UTC))
                .update();
    }

    @Test
    void takesANewKeyWithoutARestart() {
        assertThat(authenticator.authenticate(token)).isEqualTo(caller);
        TokenFixture rotated = new TokenFixture();
        publish("fedcba9876543210", rotated.keys.getPublic());

        String next = rotated.signed(
                rotated.claims(caller).header().keyId("fedcba9876543210").and());

        assertThat(authenticator.authenticate(next)).isEqualTo(caller);
        assertThat(authenticator.authenticate(token)).isEqualTo(caller);
    }

    @Test
    void readsTheTableForUnknownKeysOnlySoOften() {
        PublicKeys keys = new PublicKeys(db, fixture.clock);
        for (int i = 0; i < PublicKeys.READS; i++) {
            assertThat(keys.find("made up " + i)).isEmpty();
        }
        publish("late", Jwks.CRV.Ed25519.keyPair().build().getPublic());

        assertThat(keys.find("late")).isEmpty();
        assertThat(keys.find(TokenFixture.KID)).contains(fixture.keys.getPublic());

        fixture.clock.pass(PublicKeys.PERIOD);
        assertThat(keys.find("late")).isPresent();
    }

    private void publish(String kid, PublicKey key) {
        db.sql("insert into auth.signing_keys (kid, public_key, created_at) values (:kid, :key, now())")
                .param("kid", kid)
                .param("key", key.getEncoded())
                .update();
    }

    private void refuses(String refused) {
        assertThatThrownBy(() -> authenticator.authenticate(refused)).isInstanceOf(AccessTokenInvalid.class);
    }
}
