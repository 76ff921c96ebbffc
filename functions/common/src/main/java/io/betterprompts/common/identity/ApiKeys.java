package io.betterprompts.common.identity;

import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whose an API key is. Asked at each request, so that a revocation is seen everywhere at once. */
final class ApiKeys {

    /** How exact "last used" is: a busy key costs one write a minute. */
    static final Duration USE_PRECISION = Duration.ofMinutes(1);

    private final JdbcClient db;
    private final Clock clock;
    private final Revocations revocations;

    ApiKeys(JdbcClient db, Clock clock, Revocations revocations) {
        this.db = db;
        this.clock = clock;
        this.revocations = revocations;
    }

    /** @throws ApiKeyInvalid if it is not, or no longer, a key of an active user */
    Caller caller(ApiKey key) {
        if (revocations.has(key)) {
            throw new ApiKeyInvalid();
        }
        Found found = find(key);
        if (!MessageDigest.isEqual(found.hash(), key.hash())) {
            throw new ApiKeyInvalid();
        }
        if (found.lastUsed() == null
                || found.lastUsed().isBefore(clock.instant().minus(USE_PRECISION))) {
            markUsed(found.id());
        }
        return new Caller(found.user(), new Credential.Key(found.id()), found.scopes());
    }

    private Found find(ApiKey key) {
        return db.sql("""
            select k.id, k.user_id, k.key_hash, k.scopes, k.last_used_at
            from auth.api_keys k
            join auth.users u on u.id = k.user_id
            where k.prefix = :prefix and k.revoked_at is null
              and (k.expires_at is null or k.expires_at > :now) and u.is_active
            """)
                .param("prefix", key.prefix())
                .param("now", now())
                .query((row, n) -> found(row))
                .optional()
                .orElseThrow(ApiKeyInvalid::new);
    }

    /** Requests that come at once find out in turn that one of them has written it. */
    private void markUsed(UUID id) {
        db.sql("""
            update auth.api_keys set last_used_at = :now
            where id = :id and (last_used_at is null or last_used_at < :before)
            """)
                .param("now", now())
                .param("before", now().minus(USE_PRECISION))
                .param("id", id)
                .update();
    }

    private static Found found(ResultSet row) throws SQLException {
        OffsetDateTime lastUsed = row.getObject("last_used_at", OffsetDateTime.class);
        return new Found(
                row.getObject("id", UUID.class),
                new UserId(row.getObject("user_id", UUID.class)),
                row.getBytes("key_hash"),
                Set.copyOf(List.of((String[]) row.getArray("scopes").getArray())),
                lastUsed == null ? null : lastUsed.toInstant());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    @SuppressWarnings("ArrayRecordComponent") // compared once, in constant time
    private record Found(
            UUID id,
            UserId user,
            byte[] hash,
            Set<String> scopes,
            @Nullable Instant lastUsed) {}
}
