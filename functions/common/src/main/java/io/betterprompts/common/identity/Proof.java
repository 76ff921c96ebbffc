package io.betterprompts.common.identity;

import java.time.Instant;

/**
 * What a token with a good signature claims.
 *
 * @param kid the key it was signed with
 * @param end of the token's time
 */
record Proof(String kid, Caller caller, Instant end) {}
