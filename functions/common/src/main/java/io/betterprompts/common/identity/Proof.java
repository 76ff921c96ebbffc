package io.betterprompts.common.identity;

/**
 * What a token with a good signature claims.
 *
 * @param kid the key it was signed with
 */
record Proof(String kid, Caller caller) {}
