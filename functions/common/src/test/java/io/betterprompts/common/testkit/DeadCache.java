package io.betterprompts.common.testkit;

import io.betterprompts.common.cache.Cache;
import java.time.Duration;
import java.util.Optional;

/** What functions get of a cache that is down. */
public final class DeadCache implements Cache {

    @Override
    public Optional<String> get(String key) {
        return Optional.empty();
    }

    @Override
    public void put(String key, String text, Duration keep) {}

    @Override
    public boolean putIfAbsent(String key, String text, Duration keep) {
        return false;
    }

    @Override
    public Optional<Count> add(String key, long amount, Bounds bounds, Duration keep) {
        return Optional.empty();
    }

    @Override
    public void remove(String key) {}
}
