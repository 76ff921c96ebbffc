package io.betterprompts.common.limit;

import io.betterprompts.common.contract.RateLimit;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a deployment changes the contract's limits: {@code caller=600/60,anonymous=10/60} gives those two another quota and
 * window in seconds, {@code off} switches all of them off, nothing changes nothing.
 */
public record LimitSettings(boolean off, Map<String, Quota> quotas) {

    private static final Pattern ENTRY = Pattern.compile("\\s*([a-z-]+)=([0-9]{1,7})/([0-9]{1,7})\\s*");

    public LimitSettings {
        quotas = Map.copyOf(quotas);
    }

    /**
     * Reads the setting.
     *
     * @throws IllegalArgumentException if it is no such list
     */
    public static LimitSettings parse(String text) {
        if (text.isBlank() || text.strip().equals("off")) {
            return new LimitSettings(!text.isBlank(), Map.of());
        }
        Map<String, Quota> quotas = new LinkedHashMap<>();
        for (String entry : text.split(",", -1)) {
            Matcher matcher = ENTRY.matcher(entry);
            if (!matcher.matches()) {
                throw refused("is off, or a list such as caller=600/60,anonymous=10/60");
            }
            Duration window = Duration.ofSeconds(Integer.parseInt(matcher.group(3)));
            quotas.put(matcher.group(1), new Quota(Integer.parseInt(matcher.group(2)), window));
        }
        return new LimitSettings(false, quotas);
    }

    /**
     * The limits with the quotas that are given here.
     *
     * @throws IllegalArgumentException if the contract has no limit of a name that is given
     */
    public Map<String, RateLimit> applyTo(Map<String, RateLimit> limits) {
        if (off) {
            return Map.of();
        }
        Map<String, RateLimit> changed = new LinkedHashMap<>(limits);
        quotas.forEach((name, quota) -> {
            if (changed.computeIfPresent(name, (n, limit) -> limit.with(quota.requests(), quota.window())) == null) {
                throw refused("names " + name + "; the contract has " + limits.keySet());
            }
        });
        return changed;
    }

    private static IllegalArgumentException refused(String detail) {
        return new IllegalArgumentException("RATE_LIMITS " + detail);
    }

    public record Quota(int requests, Duration window) {}
}
