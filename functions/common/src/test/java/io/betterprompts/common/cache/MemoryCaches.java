package io.betterprompts.common.cache;

import java.time.Clock;

/** Caches of their own for the tests of functions. */
public final class MemoryCaches {

    private MemoryCaches() {}

    public static Cache fresh(Clock clock) {
        return new MemoryCache(clock, 1_000, 10_000_000);
    }
}
