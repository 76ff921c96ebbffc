package io.betterprompts.common.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.betterprompts.common.cache.Cache;
import io.betterprompts.common.testkit.MutableClock;
import io.betterprompts.common.testkit.TestDatabase;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class ApiKeysIT {

    private final MutableClock clock = new MutableClock(Instant.parse("2026-11-22T10:00:00Z"));
    private final TestDatabase database = TestDatabase.fresh();
    private final JdbcClient db = database.db();
    private final UserId user = database.user();
    private final UUID id = UUID.randomUUID();
    private final ApiKey key = ApiKey.random(new SecureRandom());
    private final Revocations revocations = new Revocations(Cache.inMemory(clock));
    private final Authenticator authenticator = Authenticator.verifying(db, clock, revocations);

    @BeforeEach
    void store() {
        db.sql("""
            insert into auth.api_keys (id, user_id, name, prefix, key_hash, scopes, created_at, expires_at)
            values (:id, :user, 'editor', :prefix, :hash, '{things:read}', now(), '2026-11-23T10:00:00Z')
            """)
                .param("id", id)
                .param("user", user.value())
                .param("prefix", key.prefix())
                .param("hash", key.hash())
                .update();
    }

    @Test
    void knowsWhoseKeyItIsAndWhatItAllows() {
        assertThat(authenticator.authenticate(key.text()))
                .isEqualTo(new Caller(user, new Credential.Key(id), Set.of("things:read")));
    }

    @Test
    void refusesAKeyOfTheSamePrefix() {
        db.sql("update auth.api_keys set key_hash = :hash")
                .param("hash", ApiKey.random(new SecureRandom()).hash())
                .update();

        refuses();
    }

    @Test
    void refusesARevokedKeyAtTheNextRequest() {
        assertThat(authenticator.authenticate(key.text()).user()).isEqualTo(user);

        db.sql("update auth.api_keys set revoked_at = now()").update();

        refuses();
    }

    @Test
    void refusesAKeyTheCacheKnowsToBeRevoked() {
        revocations.noteApiKey(key.prefix());

        refuses();
    }

    @Test
    void refusesAKeyWhoseTimeIsOver() {
        clock.pass(Duration.ofDays(1));

        refuses();
    }

    @Test
    void refusesTheKeyOfAnInactiveOrDeletedUser() {
        db.sql("update auth.users set is_active = false").update();
        refuses();
        db.sql("delete from auth.users").update();
        refuses();
    }

    @Test
    void writesItsLastUseOnceAMinute() {
        authenticator.authenticate(key.text());
        clock.pass(Duration.ofSeconds(60));
        authenticator.authenticate(key.text());
        assertThat(lastUsed()).isEqualTo("2026-11-22T10:00:00Z");

        clock.pass(Duration.ofSeconds(1));
        authenticator.authenticate(key.text());
        assertThat(lastUsed()).isEqualTo("2026-11-22T10:01:01Z");
    }

    private Instant lastUsed() {
        return db.sql("select last_used_at from auth.api_keys")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    private void refuses() {
        assertThatThrownBy(() -> authenticator.authenticate(key.text())).isInstanceOf(ApiKeyInvalid.class);
    }
}
