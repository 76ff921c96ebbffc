package io.betterprompts.common.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.betterprompts.common.testkit.MutableClock;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class MemoryCacheTests extends CacheContract {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Override
    protected Cache cache(MutableClock clock) {
        return new MemoryCache(clock, 1000, 10_000_000);
    }

    @Test
    void makesRoomByForgettingWhatNobodyAskedFor() {
        Cache small = new MemoryCache(Clock.systemUTC(), 2, 1000);

        small.put("a", "1", MINUTE);
        small.put("b", "2", MINUTE);
        small.get("a");
        small.put("c", "3", MINUTE);

        assertThat(small.get("a")).contains("1");
        assertThat(small.get("b")).isEmpty();
        assertThat(small.get("c")).contains("3");
    }

    @Test
    void holdsNoMoreThanItsBytes() {
        Cache small = new MemoryCache(Clock.systemUTC(), 1000, 100);

        for (int i = 0; i < 10; i++) {
            small.put("k" + i, "x".repeat(38), MINUTE);
            small.put("k" + i, "y".repeat(38), MINUTE);
        }

        assertThat(small.get("k7")).isEmpty();
        assertThat(small.get("k8")).isPresent();
        assertThat(small.get("k9")).isPresent();
    }

    @Test
    void isOneForTheWholeProcess() {
        assertThat(MemoryCache.ofThisProcess()).isSameAs(MemoryCache.ofThisProcess());
    }
}
