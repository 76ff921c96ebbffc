package io.betterprompts.common.identity;

import io.betterprompts.common.cache.Cache;
import java.time.Duration;

/**
 * Logins and API keys that ended lately, noted in the cache so that refusing them costs no query. What is noted has ended;
 * what is not noted is PostgreSQL's to say, so that a cache that is down or forgets lets nothing in.
 */
public final class Revocations {

    private static final String NOTED = "1";

    /** Longer than any access token of the login lives. */
    private static final Duration KEPT = AccessTokens.LIFETIME.plus(AccessTokens.CLOCK_SKEW.multipliedBy(2));

    private final Cache cache;

    public Revocations(Cache cache) {
        this.cache = cache;
    }

    /** Call it after the commit: what was rolled back has not ended. */
    public void note(SessionId session) {
        cache.put(key(session), NOTED, KEPT);
    }

    /**
     * Notes an API key.
     *
     * @param prefix see {@link ApiKey#prefix()}
     */
    public void noteApiKey(String prefix) {
        cache.put(key(prefix), NOTED, KEPT);
    }

    boolean has(SessionId session) {
        return cache.get(key(session)).isPresent();
    }

    boolean has(ApiKey apiKey) {
        return cache.get(key(apiKey.prefix())).isPresent();
    }

    private static String key(SessionId session) {
        return "revoked:session:" + session;
    }

    private static String key(String prefix) {
        return "revoked:key:" + prefix;
    }
}
