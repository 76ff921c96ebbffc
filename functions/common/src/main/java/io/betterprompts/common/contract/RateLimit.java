package io.betterprompts.common.contract;

import java.time.Duration;

/**
 * How much of something one caller may do ({@code x-rate-limits}). A bucket holds the whole quota and fills evenly in the
 * course of a window, so a caller may use all of it at once and then waits for a part of the window per request.
 *
 * @param per whose bucket it is
 * @param failsClosed whether nobody passes while the counters cannot be reached
 */
public record RateLimit(String name, int quota, Duration window, Per per, boolean failsClosed) {

    public RateLimit {
        if (quota < 1 || window.toSeconds() < 1) {
            throw new InvalidContract("the rate limit " + name + " needs a quota and a window of at least 1");
        }
    }

    public RateLimit with(int otherQuota, Duration otherWindow) {
        return new RateLimit(name, otherQuota, otherWindow, per, failsClosed);
    }

    /** Whose bucket is charged. */
    public enum Per {
        /** The network a request comes from. */
        ADDRESS,
        /** The account, and each API key apart. */
        CALLER,
        /** What a use case names; it charges the bucket itself. */
        SUBJECT
    }
}
