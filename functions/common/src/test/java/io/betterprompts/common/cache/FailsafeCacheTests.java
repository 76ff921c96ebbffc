package io.betterprompts.common.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.betterprompts.common.cache.Cache.Bounds;
import io.betterprompts.common.testkit.MutableClock;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

class FailsafeCacheTests {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Bounds BOUNDS = new Bounds(0, 10);

    private final MutableClock clock = new MutableClock(Instant.EPOCH);
    private final BreakableCache breakable = new BreakableCache(new MemoryCache(clock, 10, 1000));
    private final Cache cache = new FailsafeCache(breakable, clock);

    @Test
    void isAsEmptyWhileTheCacheIsDown() {
        cache.put("key", "text", MINUTE);
        breakable.isDown = true;

        assertThat(cache.get("key")).isEmpty();
        assertThat(cache.putIfAbsent("other", "text", MINUTE)).isFalse();
        assertThat(cache.add("count", 1, BOUNDS, MINUTE)).isEmpty();
    }

    @Test
    void keepsNothingAndFailsNobodyWhileTheCacheIsDown() {
        breakable.isDown = true;
        cache.put("key", "text", MINUTE);
        cache.remove("key");
        breakable.isDown = false;

        assertThat(cache.get("key")).isEmpty();
    }

    @Test
    void leavesADeadCacheAlone() {
        breakable.isDown = true;
        ask(100);

        assertThat(breakable.calls).isEqualTo(FailsafeCache.FAILURES);
    }

    @Test
    void triesADeadCacheOnceInAWhile() {
        breakable.isDown = true;
        ask(100);
        clock.pass(FailsafeCache.PAUSE);
        ask(100);

        assertThat(breakable.calls).isEqualTo(FailsafeCache.FAILURES + 1);
    }

    @Test
    void usesACacheAgainThatCameBack() {
        breakable.isDown = true;
        ask(100);
        breakable.isDown = false;
        clock.pass(FailsafeCache.PAUSE);
        ask(1);
        breakable.calls = 0;
        ask(100);

        assertThat(breakable.calls).isEqualTo(100);
    }

    @Test
    void forgivesFailuresThatAreNotInARow() {
        for (int i = 0; i < 10; i++) {
            breakable.isDown = true;
            ask(FailsafeCache.FAILURES - 1);
            breakable.isDown = false;
            ask(1);
        }

        assertThat(breakable.calls).isEqualTo(10 * FailsafeCache.FAILURES);
    }

    @Test
    void takesATableNobodyAnswersForForAnEmptyOne() {
        try (DynamoDbClient client = DynamoDbClient.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .endpointOverride(URI.create("http://127.0.0.1:1"))
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")))
                .overrideConfiguration(o -> o.retryStrategy(retry -> retry.maxAttempts(1)))
                .build()) {
            Cache unreachable = new FailsafeCache(new DynamoCache(client, "cache", Clock.systemUTC()), clock);

            assertThat(unreachable.get("key")).isEmpty();
            assertThat(unreachable.add("count", 1, BOUNDS, MINUTE)).isEmpty();
        }
    }

    private void ask(int times) {
        for (int i = 0; i < times; i++) {
            cache.get("key");
        }
    }

    /** A cache that somebody pulls the plug of. */
    private static final class BreakableCache implements Cache {

        private final Cache cache;
        private boolean isDown;
        private int calls;

        BreakableCache(Cache cache) {
            this.cache = cache;
        }

        private Cache up() {
            calls++;
            if (isDown) {
                throw new CacheUnavailable(new IllegalStateException("unplugged"));
            }
            return cache;
        }

        @Override
        public Optional<String> get(String key) {
            return up().get(key);
        }

        @Override
        public void put(String key, String text, Duration keep) {
            up().put(key, text, keep);
        }

        @Override
        public boolean putIfAbsent(String key, String text, Duration keep) {
            return up().putIfAbsent(key, text, keep);
        }

        @Override
        public Optional<Count> add(String key, long amount, Bounds bounds, Duration keep) {
            return up().add(key, amount, bounds, keep);
        }

        @Override
        public void remove(String key) {
            up().remove(key);
        }
    }
}
