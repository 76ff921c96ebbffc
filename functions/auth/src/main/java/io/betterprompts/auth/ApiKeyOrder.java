package io.betterprompts.auth;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a new API key is to be.
 *
 * @param expiresAt null if it is not to expire
 */
record ApiKeyOrder(
        String name, List<String> scopes, @Nullable Instant expiresAt) {

    ApiKeyOrder {
        scopes = scopes.stream().sorted().distinct().toList();
    }
}
