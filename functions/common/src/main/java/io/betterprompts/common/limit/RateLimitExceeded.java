package io.betterprompts.common.limit;

import io.betterprompts.common.problem.ProblemException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The caller asked for more than the contract lets one caller do. Nothing was done. */
public final class RateLimitExceeded extends ProblemException {

    RateLimitExceeded(Charge charge) {
        super(
                429,
                "rate-limit-exceeded",
                "Too many requests",
                "The limit \"" + charge.limit().name() + "\" is used up. Try again in " + charge.waitSeconds()
                        + " seconds.",
                headers(charge),
                List.of());
    }

    private static Map<String, String> headers(Charge charge) {
        Map<String, String> headers = new LinkedHashMap<>(charge.headers());
        headers.put("retry-after", Long.toString(charge.waitSeconds()));
        return headers;
    }
}
