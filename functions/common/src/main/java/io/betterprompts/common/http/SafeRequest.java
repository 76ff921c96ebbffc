package io.betterprompts.common.http;

/**
 * A request with a body that changes nothing when nobody sends it, so that it can be rehearsed.
 *
 * @param method one of the contract's operations, with {@code path}
 * @param body JSON
 */
public record SafeRequest(String method, String path, String body) {}
