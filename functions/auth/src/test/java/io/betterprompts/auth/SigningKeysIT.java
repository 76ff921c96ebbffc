package io.betterprompts.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.betterprompts.common.identity.AccessTokens;
import io.betterprompts.common.secret.SecretUnavailable;
import io.betterprompts.common.testkit.MutableClock;
import io.betterprompts.common.testkit.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SigningKeysIT {

    private static final String NEXT = "the next secret for tests, long enough: 9876543210";

    private final TestDatabase database = TestDatabase.fresh();
    private final MutableClock clock = new MutableClock(Instant.parse("2026-11-22T10:00:00Z"));
    private final AtomicInteger reads = new AtomicInteger();
    private String secret = AuthFixture.SECRET;
    private final SigningKeys keys = keys();

    private SigningKeys keys() {
        return new SigningKeys("test", reference -> read(), database.db(), clock);
    }

    private String read() {
        reads.incrementAndGet();
        String text = secret;
        if (text.isEmpty()) {
            throw new SecretUnavailable("not now");
        }
        return text;
    }

    @Test
    void readsNoSecretBeforeTheFirstUseAndOneAfterIt() {
        assertThat(reads).hasValue(0);

        assertThat(keys.current()).isSameAs(keys.current());

        assertThat(reads).hasValue(1);
    }

    @Test
    void readsTheSecretAnewAfterASnapshotWasRestored() {
        keys.start();
        SigningKey before = keys.current();
        secret = NEXT;

        keys.stop();
        keys.start();

        assertThat(keys.current()).isNotEqualTo(before);
        assertThat(reads).hasValue(2);
    }

    @Test
    void publishesTheOneHalfThatIsPublic() {
        SigningKey key = keys.current();
        keys().current();

        assertThat(database.db()
                        .sql("select public_key from auth.signing_keys where kid = :kid")
                        .param("kid", key.kid())
                        .query(byte[].class)
                        .single())
                .isEqualTo(key.publicKey().getEncoded());
    }

    @Test
    void signsNothingWithARetiredKey() {
        keys.current();
        database.db()
                .sql("update auth.signing_keys set retired_at = '2026-11-22T10:00:00Z'")
                .update();

        assertThatThrownBy(() -> keys().current())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("is retired");
    }

    /** Also what happens after a restore from a snapshot: time has passed. */
    @Test
    void takesANewSecretWithoutARestart() {
        SigningKey before = keys.current();
        secret = NEXT;
        assertThat(keys.current()).isEqualTo(before);

        clock.pass(SigningKeys.REREAD);

        assertThat(keys.current()).isEqualTo(SigningKey.of(NEXT));
        assertThat(kids()).containsExactly(SigningKey.of(NEXT).kid(), before.kid());
    }

    @Test
    void acceptsTheOldKeyForAsLongAsItsTokensLive() {
        keys.current();
        secret = NEXT;
        keys().current();

        clock.pass(SigningKeys.OVERLAP.minusSeconds(1));
        assertThat(kids()).hasSize(2);

        clock.pass(Duration.ofSeconds(1));
        assertThat(kids()).containsExactly(SigningKey.of(NEXT).kid());
    }

    /** The longest an old key may sign, and the longest that what it signed lives, fit into the overlap. */
    @Test
    void overlapsLongEnough() {
        assertThat(SigningKeys.OVERLAP)
                .isGreaterThan(SigningKeys.REREAD.plus(AccessTokens.LIFETIME).plusSeconds(30));
    }

    @Test
    void goesOnSigningWhileTheSecretCannotBeRead() {
        SigningKey before = keys.current();
        secret = "";
        clock.pass(SigningKeys.REREAD);

        assertThat(keys.current()).isEqualTo(before);

        secret = NEXT;
        clock.pass(Duration.ofSeconds(30));
        assertThat(keys.current()).isEqualTo(SigningKey.of(NEXT));
    }

    @Test
    void doesNotGoBackToAKeyThatIsAboutToBeRefused() {
        keys.current();
        secret = NEXT;
        keys().current();
        secret = AuthFixture.SECRET;
        clock.pass(SigningKeys.OVERLAP.minus(AccessTokens.LIFETIME));

        assertThatThrownBy(() -> keys().current()).isInstanceOf(IllegalStateException.class);
    }

    private List<String> kids() {
        return keys.published().stream().map(PublishedKey::kid).toList();
    }
}
