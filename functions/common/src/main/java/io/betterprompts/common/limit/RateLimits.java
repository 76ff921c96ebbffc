package io.betterprompts.common.limit;

import io.betterprompts.common.cache.Cache;
import io.betterprompts.common.cache.Cache.Bounds;
import io.betterprompts.common.cache.Cache.Count;
import io.betterprompts.common.contract.InvalidContract;
import io.betterprompts.common.contract.RateLimit;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/**
 * Charges buckets. A bucket is one number in the cache: the moment at which it will be full again, by the generic cell
 * rate algorithm. A charge is therefore one conditional update, and a forgotten number is a full bucket.
 */
public final class RateLimits {

    private final Map<String, RateLimit> limits;
    private final Cache cache;
    private final Clock clock;

    /** @param limits by name; with none at all, nothing is limited */
    public RateLimits(Map<String, RateLimit> limits, Cache cache, Clock clock) {
        this.limits = Map.copyOf(limits);
        this.cache = cache;
        this.clock = clock;
    }

    /** Charges nobody for anything. */
    public static RateLimits none() {
        return new RateLimits(Map.of(), Cache.inMemory(Clock.systemUTC()), Clock.systemUTC());
    }

    /**
     * Takes from a bucket.
     *
     * @param limit its name in the contract
     * @param subject whose bucket, such as an address or an account's id; only its hash goes to the cache
     * @param cost of what is asked for; more than the quota counts as the quota
     * @return what is left; empty where nothing is limited, or nobody can tell
     * @throws RateLimitExceeded if there is not so much left; then nothing is taken
     * @throws RateLimitUnavailable if nobody can tell and the limit fails closed
     */
    public Optional<Charge> charge(String limit, String subject, int cost) {
        return limits.isEmpty() ? Optional.empty() : charge(named(limit), subject, cost);
    }

    /** Gives back what was charged and, as it turned out, should not have been. */
    public void refund(String limit, String subject, int cost) {
        if (!limits.isEmpty()) {
            add(named(limit), subject, -cost);
        }
    }

    private Optional<Charge> charge(RateLimit limit, String subject, int cost) {
        Optional<Count> count = add(limit, subject, Math.min(cost, limit.quota()));
        if (count.isEmpty() && limit.failsClosed()) {
            throw new RateLimitUnavailable();
        }
        Optional<Charge> charge = count.map(c -> charge(limit, Math.min(cost, limit.quota()), c));
        charge.filter(c -> !c.isCovered()).ifPresent(c -> {
            throw new RateLimitExceeded(c);
        });
        return charge;
    }

    private Charge charge(RateLimit limit, int cost, Count count) {
        long used = count.value() - now();
        long left = window(limit) - used;
        long missing = count.added() ? 0 : used + cost * price(limit) - window(limit);
        return new Charge(limit, Math.max(0, left / price(limit)), micros(used), micros(Math.max(0, missing)));
    }

    private Optional<Count> add(RateLimit limit, String subject, int cost) {
        Bounds bounds = new Bounds(now(), now() + window(limit));
        Duration keep = limit.window().plusSeconds(1);
        return cache.add(key(limit, subject), cost * price(limit), bounds, keep);
    }

    private RateLimit named(String limit) {
        RateLimit found = limits.get(limit);
        if (found == null) {
            throw new InvalidContract("there is no rate limit " + limit);
        }
        return found;
    }

    private static long window(RateLimit limit) {
        return limit.quota() * price(limit);
    }

    /** The time in which a bucket gains one, in microseconds. */
    private static long price(RateLimit limit) {
        return Math.max(1, limit.window().toNanos() / 1000 / limit.quota());
    }

    private long now() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
    }

    private static Duration micros(long micros) {
        return Duration.ofNanos(micros * 1000);
    }

    private static String key(RateLimit limit, String subject) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(subject.getBytes(StandardCharsets.UTF_8));
            return "limit:" + limit.name() + ":"
                    + Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
