package io.betterprompts.common.limit;

import io.betterprompts.common.problem.ProblemException;
import io.betterprompts.common.problem.Wait;
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
                "The limit \"" + charge.limit().name() + "\" of "
                        + charge.limit().quota() + " requests in "
                        + charge.limit().window().toSeconds() + " seconds is used up. "
                        + new Wait(charge.waitSeconds()).advice(),
                headers(charge),
                List.of());
    }

    private static Map<String, String> headers(Charge charge) {
        Map<String, String> headers = new LinkedHashMap<>(charge.headers());
        headers.putAll(new Wait(charge.waitSeconds()).headers());
        return headers;
    }
}
