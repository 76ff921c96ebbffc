package io.betterprompts.auth;

import io.betterprompts.common.problem.ProblemException;
import io.betterprompts.common.problem.Wait;
import java.time.Duration;
import java.util.List;

/** This network failed too often with this name. The password was not looked at. */
final class TooManyAttempts extends ProblemException {

    /** @param wait until the next attempt is let in */
    TooManyAttempts(Duration wait) {
        this(Math.max(1, wait.plusMillis(999).toSeconds()));
    }

    private TooManyAttempts(long seconds) {
        super(
                429,
                "too-many-attempts",
                "Too many wrong passwords",
                "The password was not looked at. " + new Wait(seconds).advice(),
                new Wait(seconds).headers(),
                List.of());
    }
}
