package io.betterprompts.auth;

import io.betterprompts.common.identity.AccessTokens;
import io.betterprompts.common.secret.SecretUnavailable;
import io.betterprompts.common.secret.Secrets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The key that signs, and those that are still accepted. The secret is read at first use, not at start-up, and again every
 * few minutes, so that a new one needs no restart. Spring stops this before a snapshot of the process is taken and starts it
 * after each restore: no snapshot holds the key, and whatever is restored reads the secret anew.
 */
final class SigningKeys implements SmartLifecycle {

    /** How long a secret that was replaced may still sign here. */
    static final Duration REREAD = Duration.ofMinutes(5);

    /** How long a key is accepted after its successor was published: what it may still sign, the token's life, and a margin. */
    static final Duration OVERLAP = Duration.ofMinutes(30);

    private static final Duration RETRY = Duration.ofSeconds(30);
    private static final Logger log = LoggerFactory.getLogger(SigningKeys.class);

    private final String reference;
    private final Secrets secrets;
    private final JdbcClient db;
    private final Clock clock;

    private @Nullable SigningKey current;
    private Instant rereadAt = Instant.MIN;
    private volatile boolean running;

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
        if (key == null || !clock.instant().isBefore(rereadAt)) {
            key = reread(key);
            current = key;
        }
        return key;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public synchronized void stop() {
        current = null;
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** The keys that are accepted, the newest first. */
    List<PublishedKey> published() {
        current();
        return db.sql("""
                        select kid, public_key from auth.signing_keys
                        where retired_at is null or retired_at > :now
                        order by created_at desc, kid
                        """)
                .param("now", at(Duration.ZERO))
                .query((row, n) -> PublishedKey.of(row.getString("kid"), row.getBytes("public_key")))
                .list();
    }

    /** While the secret cannot be read, the key that is known goes on signing. */
    private SigningKey reread(@Nullable SigningKey known) {
        try {
            SigningKey key = SigningKey.of(secrets.read(reference));
            publish(key);
            rereadAt = clock.instant().plus(REREAD);
            return key;
        } catch (SecretUnavailable e) {
            if (known == null) {
                throw e;
            }
            log.warn("the signing secret cannot be read again, {} goes on signing: {}", known, e.getMessage());
            rereadAt = clock.instant().plus(RETRY);
            return known;
        }
    }

    private void publish(SigningKey key) {
        boolean isNew = insert(key);
        if (isNew) {
            retireOthers(key);
        } else if (!maySign(key)) {
            throw new IllegalStateException(key + " is retired; put another secret where SIGNING_SECRET refers to");
        }
    }

    private boolean insert(SigningKey key) {
        return db.sql("""
                        insert into auth.signing_keys (kid, public_key, created_at) values (:kid, :key, :now)
                        on conflict (kid) do nothing
                        """)
                        .param("kid", key.kid())
                        .param("key", key.publicKey().getEncoded())
                        .param("now", at(Duration.ZERO))
                        .update()
                == 1;
    }

    private void retireOthers(SigningKey key) {
        db.sql("update auth.signing_keys set retired_at = :end where kid <> :kid and retired_at is null")
                .param("end", at(OVERLAP))
                .param("kid", key.kid())
                .update();
    }

    /** Whether what it signs now will be accepted as long as it says. */
    private boolean maySign(SigningKey key) {
        return db.sql("select retired_at is null or retired_at > :end from auth.signing_keys where kid = :kid")
                .param("end", at(AccessTokens.LIFETIME))
                .param("kid", key.kid())
                .query(Boolean.class)
                .single();
    }

    private OffsetDateTime at(Duration fromNow) {
        return clock.instant().plus(fromNow).atOffset(ZoneOffset.UTC);
    }
}
