package io.betterprompts.common.identity;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The keys that access tokens are verified with, by key id. An id not known yet makes it read the table again, so that a
 * new key needs no restart; how often is bounded, so that made-up ids do not become queries.
 */
final class PublicKeys {

    static final int READS = 10;
    static final Duration PERIOD = Duration.ofSeconds(10);

    private final JdbcClient db;
    private final Clock clock;

    private volatile Map<String, PublicKey> known = Map.of();
    private Instant periodEnd = Instant.MIN;
    private int readsLeft;

    PublicKeys(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** Whether a key that was retired since is refused is for {@link Sessions} to say, which looks at each request. */
    Optional<PublicKey> find(String kid) {
        PublicKey key = known.get(kid);
        return key != null ? Optional.of(key) : Optional.ofNullable(readAgain().get(kid));
    }

    private synchronized Map<String, PublicKey> readAgain() {
        if (mayRead()) {
            known = read();
        }
        return known;
    }

    private boolean mayRead() {
        Instant now = clock.instant();
        if (!now.isBefore(periodEnd) || periodEnd.isAfter(now.plus(PERIOD))) { // the clock was set back
            periodEnd = now.plus(PERIOD);
            readsLeft = READS;
        }
        return readsLeft-- > 0;
    }

    private Map<String, PublicKey> read() {
        return db
                .sql("select kid, public_key from auth.signing_keys where retired_at is null or retired_at > :now")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, n) -> Map.entry(row.getString("kid"), key(row.getBytes("public_key"))))
                .list() // a stream would keep its connection until it is closed
                .stream()
                .collect(toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static PublicKey key(byte[] encoded) {
        try {
            return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("auth.signing_keys holds what is no Ed25519 key", e);
        }
    }
}
