package io.betterprompts.auth;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An API key as its owner sees it after it was made.
 *
 * @param prefix by which to recognise it; the rest is stored as a hash only
 * @param expiresAt null if it does not expire
 * @param lastUsedAt exact to a minute; null if it was never used
 */
record ApiKeyInfo(
        UUID id,
        String name,
        String prefix,
        List<String> scopes,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant lastUsedAt) {

    ApiKeyInfo {
        scopes = List.copyOf(scopes);
    }
}
