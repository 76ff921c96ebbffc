package io.betterprompts.common.identity;

/** Turns proof of identity into a caller. */
@FunctionalInterface
public interface Authenticator {

    /**
     * Checks an access token: signature, issuer, audience, time, and that its session still stands.
     *
     * @throws AccessTokenInvalid if it proves nothing
     * @throws AccessTokenExpired if it did once
     */
    Caller authenticate(String accessToken);
}
