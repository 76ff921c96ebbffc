package io.betterprompts.common.cache;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A cache in several parts, each of which has some of the keys. A thread that loses its processor in the middle of one keeps
 * only those of the others waiting that want the same part.
 */
final class StripedCache implements Cache {

    private final List<Cache> stripes;

    StripedCache(int stripes, Supplier<Cache> stripe) {
        this.stripes = Stream.generate(stripe).limit(stripes).toList();
    }

    private Cache of(String key) {
        return stripes.get(Math.floorMod(key.hashCode(), stripes.size()));
    }

    @Override
    public Optional<String> get(String key) {
        return of(key).get(key);
    }

    @Override
    public void put(String key, String text, Duration keep) {
        of(key).put(key, text, keep);
    }

    @Override
    public boolean putIfAbsent(String key, String text, Duration keep) {
        return of(key).putIfAbsent(key, text, keep);
    }

    @Override
    public Optional<Count> add(String key, long amount, Bounds bounds, Duration keep) {
        return of(key).add(key, amount, bounds, keep);
    }

    @Override
    public void remove(String key) {
        of(key).remove(key);
    }
}
