package io.betterprompts.auth;

import io.betterprompts.common.secret.Secrets;
import java.time.Clock;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The key that signs. It is read at first use, not at start-up, so that no snapshot of the process holds it. */
final class SigningKeys {

    private final String reference;
    private final Secrets secrets;
    private final JdbcClient db;
    private final Clock clock;
    private @Nullable SigningKey current;

    /** @param reference where the secret is, for {@link Secrets} */
    SigningKeys(String reference, Secrets secrets, JdbcClient db, Clock clock) {
        this.reference = reference;
        this.secrets = secrets;
        this.db = db;
        this.clock = clock;
    }

    /** Its public half is published before it is handed out, so that nothing is signed that nobody can verify. */
    synchronized SigningKey current() {
        SigningKey key = current;
        if (key == null) {
            key = SigningKey.of(secrets.read(reference));
            publish(key);
            current = key;
        }
        return key;
    }

    private void publish(SigningKey key) {
        db.sql("""
                        insert into auth.signing_keys (kid, public_key, created_at) values (:kid, :key, :now)
                        on conflict (kid) do nothing
                        """)
                .param("kid", key.kid())
                .param("key", key.publicKey().getEncoded())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        if (isRetired(key)) {
            throw new IllegalStateException(key + " is retired; put another secret where SIGNING_SECRET refers to");
        }
    }

    private boolean isRetired(SigningKey key) {
        return db.sql("select retired_at is not null from auth.signing_keys where kid = :kid")
                .param("kid", key.kid())
                .query(Boolean.class)
                .single();
    }
}
