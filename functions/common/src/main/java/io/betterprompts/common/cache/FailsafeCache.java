package io.betterprompts.common.cache;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes of a cache that is down one that is empty. After a few failures in a row it leaves it alone for a while, so that
 * a dead cache costs a request nothing; then one request tries it again.
 */
final class FailsafeCache implements Cache {

    static final int FAILURES = 3;
    static final Duration PAUSE = Duration.ofSeconds(4);

    private static final Logger log = LoggerFactory.getLogger(FailsafeCache.class);

    private final Cache cache;
    private final Clock clock;

    private int failures;
    private Instant pauseEnd = Instant.MIN;

    FailsafeCache(Cache cache, Clock clock) {
        this.cache = cache;
        this.clock = clock;
    }

    @Override
    public Optional<String> get(String key) {
        return attempt(() -> cache.get(key), Optional.empty());
    }

    @Override
    public void put(String key, String text, Duration keep) {
        run(() -> cache.put(key, text, keep));
    }

    @Override
    public boolean putIfAbsent(String key, String text, Duration keep) {
        return attempt(() -> cache.putIfAbsent(key, text, keep), false);
    }

    @Override
    public Optional<Count> add(String key, long amount, Bounds bounds, Duration keep) {
        return attempt(() -> cache.add(key, amount, bounds, keep), Optional.empty());
    }

    @Override
    public void remove(String key) {
        run(() -> cache.remove(key));
    }

    private void run(Runnable action) {
        attempt(
                () -> {
                    action.run();
                    return true;
                },
                false);
    }

    private <T> T attempt(Supplier<T> action, T otherwise) {
        if (!mayTry()) {
            return otherwise;
        }
        try {
            T result = action.get();
            succeeded();
            return result;
        } catch (CacheUnavailable e) {
            failed(e);
            return otherwise;
        }
    }

    /** Whoever comes first after a pause begins the next one: the others pass by until it has come back. */
    private synchronized boolean mayTry() {
        if (failures < FAILURES) {
            return true;
        }
        Instant now = clock.instant();
        boolean isFirst = !now.isBefore(pauseEnd) || pauseEnd.isAfter(now.plus(PAUSE)); // the clock was set back
        if (isFirst) {
            pauseEnd = now.plus(PAUSE);
        }
        return isFirst;
    }

    private synchronized void succeeded() {
        if (failures >= FAILURES) {
            log.info("the cache answers again");
        }
        failures = 0;
    }

    private synchronized void failed(CacheUnavailable e) {
        failures++;
        pauseEnd = clock.instant().plus(PAUSE);
        log.warn("the cache does not answer ({}), taken for empty; failure {}", e.getMessage(), failures);
    }
}
