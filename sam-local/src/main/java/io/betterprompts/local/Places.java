package io.betterprompts.local;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * How many requests are worked on at once. More would not be done sooner, they would all be done later. Those that come
 * together wait for a place, in the order in which they came, but not for long, and not more of them than have been counted on.
 */
final class Places {

    private static final int FOR_A_PROCESSOR = 12;

    /** As many as come while two logins have both processors for a third of a second. */
    private static final int WAITING = 128;

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Semaphore free;
    private final int places;
    private final int waiting;
    private final Duration patience;

    /** @param waiting how many may wait, each in a thread of its own */
    Places(int places, int waiting, Duration patience) {
        this.free = new Semaphore(places, true);
        this.places = places;
        this.waiting = waiting;
        this.patience = patience;
    }

    static Places ofThisMachine() {
        return new Places(FOR_A_PROCESSOR * Runtime.getRuntime().availableProcessors(), WAITING, PATIENCE);
    }

    /** Takes a place; if none is free in time, or too many wait already, there is none. */
    boolean take() {
        try {
            return free.tryAcquire(0, TimeUnit.MILLISECONDS)
                    || (free.getQueueLength() < waiting && free.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    void leave() {
        free.release();
    }

    /** How many requests can be in places and on their way to one. */
    int threads() {
        return places + waiting;
    }
}
