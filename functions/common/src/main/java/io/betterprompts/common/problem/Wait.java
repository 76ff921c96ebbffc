package io.betterprompts.common.problem;

import java.util.Locale;
import java.util.Map;

/** How long a client should wait before it tries again, as a header and in words. */
public record Wait(long seconds) {

    public Map<String, String> headers() {
        return Map.of("retry-after", Long.toString(seconds));
    }

    /** Such as {@code Try again in 5 seconds.} */
    public String advice() {
        return String.format(Locale.ROOT, "Try again in %d second%s.", seconds, seconds == 1 ? "" : "s");
    }
}
