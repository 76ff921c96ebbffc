package io.betterprompts.history.feedback;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.UUID;

/** An opinion as it is kept. */
record Feedback(UUID id, @JsonUnwrapped Opinion opinion, Instant createdAt, Instant updatedAt) {}
