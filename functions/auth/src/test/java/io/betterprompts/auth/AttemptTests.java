package io.betterprompts.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttemptTests {

    private static final Instant LAST = Instant.parse("2026-11-22T10:00:00Z");

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 0", "9, 0", "10, 2", "11, 4", "12, 8", "18, 512", "19, 900", "20, 900", "1000000, 900"})
    void makesEachFailureAfterTheFreeOnesWaitTwiceAsLong(int failures, long seconds) {
        assertThat(new Attempt(failures, LAST, false).waitAt(LAST)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    void letsTheFirstTryInAndOneEachQuarterOfAnHourInACrowd() {
        assertThat(new Attempt(0, LAST, true).waitAt(LAST)).isZero();
        assertThat(new Attempt(1, LAST, true).waitAt(LAST)).isEqualTo(Attempt.LONGEST_WAIT);
        assertThat(new Attempt(1, LAST, true).waitAt(LAST.plus(Attempt.LONGEST_WAIT)))
                .isZero();
    }

    @Test
    void countsTheWaitFromTheLastFailure() {
        assertThat(new Attempt(12, LAST, false).waitAt(LAST.plusSeconds(3))).isEqualTo(Duration.ofSeconds(5));
        assertThat(new Attempt(12, LAST, false).waitAt(LAST.plusSeconds(9))).isZero();
    }

    @Test
    void forgetsAfterADay() {
        assertThat(new Attempt(1, LAST, false).isForgotten(LAST.plus(Duration.ofDays(1))))
                .isFalse();
        assertThat(new Attempt(1, LAST, false)
                        .isForgotten(LAST.plus(Duration.ofDays(1)).plusNanos(1)))
                .isTrue();
    }
}
