package io.betterprompts.cli;

/**
 * A login that is kept.
 *
 * @param url the server it is good for
 * @param refreshToken good for one use
 */
record Login(String url, String user, String accessToken, String refreshToken) {

    @Override
    public String toString() {
        return "Login of " + user + " at " + url;
    }
}
