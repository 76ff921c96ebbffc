package io.betterprompts.auth;

import java.time.Instant;
import java.util.UUID;

/** A user as the API shows one. */
record Profile(UUID id, String email, String username, Instant createdAt, Instant updatedAt) {

    static Profile of(User user) {
        return new Profile(user.id().value(), user.email(), user.username(), user.createdAt(), user.updatedAt());
    }
}
