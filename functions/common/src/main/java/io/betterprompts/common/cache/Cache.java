package io.betterprompts.common.cache;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * Texts and counters by key, each kept for a while. Nothing in it is the only copy of anything: whatever it holds may be
 * gone at the next look. What the functions get never fails; while the cache is down it holds nothing and keeps nothing.
 *
 * <p>Times are kept in whole seconds. A key must hold no secret and no address; hash what does.
 */
public interface Cache {

    /** The largest text that is kept, in bytes of UTF-8; an item of DynamoDB holds 400 KB with its key. */
    int LARGEST = 350_000;

    /** A small cache in memory that nobody else shares. */
    static Cache inMemory(Clock clock) {
        return new MemoryCache(clock, 1000, 1_000_000);
    }

    /** The text under a key; none once its time is over, or where a counter stands. */
    Optional<String> get(String key);

    /** Keeps a text in place of what was there. One over {@link #LARGEST} is not kept, nor what was there. */
    void put(String key, String text, Duration keep);

    /**
     * Keeps a text where nothing is, or something whose time is over.
     *
     * @return whether it is kept; false also for one over {@link #LARGEST}
     */
    boolean putIfAbsent(String key, String text, Duration keep);

    /**
     * Raises a counter to its floor and adds to it, unless it would then exceed the ceiling: one step that no other
     * caller's comes between. A refused addition changes nothing, not even how long the counter is kept.
     *
     * @param amount negative to take back
     * @return empty while the cache is down
     */
    Optional<Count> add(String key, long amount, Bounds bounds, Duration keep);

    /** Forgets what a key holds. */
    void remove(String key);

    /**
     * Between what a counter moves.
     *
     * @param floor where one that is lower, or not there, starts from
     * @param ceiling what the sum must not exceed
     */
    record Bounds(long floor, long ceiling) {

        /**
         * A counter beyond it was left by bounds that were elsewhere altogether, such as those of a clock that was set back:
         * it starts from the floor. One just above the ceiling is of a clock that is a little ahead.
         */
        long farthest() {
            return ceiling + (ceiling - floor);
        }
    }

    /**
     * What became of an addition.
     *
     * @param value the counter's, after the addition or its refusal; not below the floor
     */
    record Count(boolean added, long value) {}
}
