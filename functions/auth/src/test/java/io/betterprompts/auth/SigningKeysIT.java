package io.betterprompts.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.betterprompts.common.testkit.TestDatabase;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SigningKeysIT {

    private final TestDatabase database = TestDatabase.fresh();
    private final AtomicInteger reads = new AtomicInteger();
    private final SigningKeys keys = keys();

    private SigningKeys keys() {
        return new SigningKeys(
                "test",
                reference -> {
                    reads.incrementAndGet();
                    return AuthFixture.SECRET;
                },
                database.db(),
                Clock.systemUTC());
    }

    @Test
    void readsNoSecretBeforeTheFirstUseAndOneAfterIt() {
        assertThat(reads).hasValue(0);

        assertThat(keys.current()).isSameAs(keys.current());

        assertThat(reads).hasValue(1);
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
        database.db().sql("update auth.signing_keys set retired_at = now()").update();

        assertThatThrownBy(() -> keys().current())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("is retired");
    }
}
