package io.betterprompts.auth;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A login as its owner sees it.
 *
 * @param lastUsedAt when it was opened or last refreshed, which a client in use does every quarter of an hour
 * @param current whether the request that asked came from it
 */
record SessionInfo(
        UUID id,
        @Nullable String device,
        @Nullable String ip,
        Instant createdAt,
        Instant lastUsedAt,
        Instant expiresAt,
        boolean current) {}
