package io.betterprompts.auth;

import java.time.Duration;
import java.time.Instant;

/**
 * What is known when somebody tries a password.
 *
 * @param failures how often in a row this network failed with this name
 * @param last when it last did
 * @param crowded whether many other networks fail with this name too, and its owner never logged in from this one
 */
record Attempt(int failures, Instant last, boolean crowded) {

    /** Slips of the owner, and logins that happen at once. */
    static final int FREE = 10;

    static final Duration LONGEST_WAIT = Duration.ofMinutes(15);

    /** After so long without a failure the count begins anew. */
    static final Duration FORGOTTEN_AFTER = Duration.ofDays(1);

    private static final int DOUBLINGS = 10;

    /**
     * How long until the next try is let in; zero if it is. The first one always is: whatever others do with a name, its
     * owner gets in.
     */
    Duration waitAt(Instant now) {
        if (failures == 0 || isForgotten(now)) {
            return Duration.ZERO;
        }
        Duration wait = Duration.between(now, last.plus(pause()));
        return wait.isNegative() ? Duration.ZERO : wait;
    }

    boolean isForgotten(Instant now) {
        return last.plus(FORGOTTEN_AFTER).isBefore(now);
    }

    /** After the free tries 2, 4, 8 seconds, and so on; in a crowd the longest wait at once. */
    private Duration pause() {
        if (crowded) {
            return LONGEST_WAIT;
        }
        if (failures < FREE) {
            return Duration.ZERO;
        }
        Duration pause = Duration.ofSeconds(2L << Math.min(failures - FREE, DOUBLINGS));
        return pause.compareTo(LONGEST_WAIT) < 0 ? pause : LONGEST_WAIT;
    }
}
