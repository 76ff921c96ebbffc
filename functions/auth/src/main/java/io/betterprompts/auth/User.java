package io.betterprompts.auth;

import io.betterprompts.common.identity.UserId;
import java.time.Instant;

/** An account, without its password. E-mail and user name are spelled as they were registered. */
record User(UserId id, String email, String username, long version, Instant createdAt, Instant updatedAt) {}
