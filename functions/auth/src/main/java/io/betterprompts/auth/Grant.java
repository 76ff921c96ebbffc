package io.betterprompts.auth;

/** What a login, and each refresh of it, hands out. */
record Grant(User user, String accessToken, RefreshToken refreshToken) {

    /** Without the tokens. */
    @Override
    public String toString() {
        return "Grant to " + user.id();
    }
}
