package io.betterprompts.auth;

import io.betterprompts.common.identity.AccessTokens;

/**
 * A grant as the API shows one.
 *
 * @param expiresIn the access token's lifetime in seconds
 */
record TokenAnswer(Profile user, String accessToken, String tokenType, long expiresIn, String refreshToken) {

    static TokenAnswer of(Grant grant) {
        return new TokenAnswer(
                Profile.of(grant.user()),
                grant.accessToken(),
                "Bearer",
                AccessTokens.LIFETIME.toSeconds(),
                grant.refreshToken().text());
    }

    /** Without the tokens. */
    @Override
    public String toString() {
        return "TokenAnswer to " + user.id();
    }
}
