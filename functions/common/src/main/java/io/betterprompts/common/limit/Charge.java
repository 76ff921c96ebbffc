package io.betterprompts.common.limit;

import io.betterprompts.common.contract.RateLimit;
import java.time.Duration;
import java.util.Map;

/**
 * What a bucket held when something was taken from it.
 *
 * @param left how much more could be taken at once
 * @param untilFull how long until it is full again
 * @param untilCovered how long until what was asked for would be covered; zero if it was
 */
public record Charge(RateLimit limit, long left, Duration untilFull, Duration untilCovered) {

    boolean isCovered() {
        return untilCovered.isZero();
    }

    long waitSeconds() {
        return seconds(untilCovered);
    }

    /** As draft-ietf-httpapi-ratelimit-headers-10 writes them. */
    public Map<String, String> headers() {
        return Map.of(
                "ratelimit-policy",
                "\"" + limit.name() + "\";q=" + limit.quota() + ";w="
                        + limit.window().toSeconds(),
                "ratelimit",
                "\"" + limit.name() + "\";r=" + left + ";t=" + seconds(untilFull));
    }

    /** Rounded up, so that whoever waits so long has waited long enough. */
    private static long seconds(Duration duration) {
        return duration.plusSeconds(1).minusNanos(1).toSeconds();
    }
}
