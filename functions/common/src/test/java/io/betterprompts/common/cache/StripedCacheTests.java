package io.betterprompts.common.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.betterprompts.common.testkit.MutableClock;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StripedCacheTests extends CacheContract {

    @Override
    protected Cache cache(MutableClock clock) {
        return new StripedCache(4, () -> new MemoryCache(clock, 1000, 10_000_000));
    }

    @Test
    void spreadsKeysOverItsParts() {
        List<Cache> stripes = new ArrayList<>();
        Cache striped = new StripedCache(4, () -> {
            stripes.add(new MemoryCache(Clock.systemUTC(), 1000, 10_000));
            return stripes.getLast();
        });

        for (int i = 0; i < 100; i++) {
            striped.put("key" + i, "text", Duration.ofMinutes(1));
        }

        assertThat(stripes)
                .hasSize(4)
                .allMatch(stripe -> IntStream.range(0, 100)
                        .anyMatch(i -> stripe.get("key" + i).isPresent()));
    }
}
