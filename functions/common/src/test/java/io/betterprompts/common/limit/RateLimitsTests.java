package io.betterprompts.common.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.betterprompts.common.cache.Cache;
import io.betterprompts.common.contract.InvalidContract;
import io.betterprompts.common.contract.RateLimit;
import io.betterprompts.common.testkit.DeadCache;
import io.betterprompts.common.testkit.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RateLimitsTests {

    private static final Map<String, RateLimit> LIMITS = Map.of(
            "open", new RateLimit("open", 4, Duration.ofSeconds(60), RateLimit.Per.ADDRESS, false),
            "closed", new RateLimit("closed", 4, Duration.ofSeconds(60), RateLimit.Per.ADDRESS, true));

    private final MutableClock clock = new MutableClock(Instant.parse("2026-11-22T10:00:00Z"));
    private final RateLimits limits = new RateLimits(LIMITS, Cache.inMemory(clock), clock);

    private Charge charge() {
        return limits.charge("open", "somebody", 1).orElseThrow();
    }

    private RateLimitExceeded refused() {
        return catchThrowableOfType(RateLimitExceeded.class, this::charge);
    }

    @Test
    void letsTheWholeQuotaPassAtOnceAndNoMore() {
        assertThat(charge().left()).isEqualTo(3);
        assertThat(charge().left()).isEqualTo(2);
        assertThat(charge().left()).isEqualTo(1);
        assertThat(charge().left()).isZero();

        assertThat(refused()).isNotNull();
    }

    @Test
    void fillsEvenly() {
        for (int i = 0; i < 4; i++) {
            charge();
        }
        clock.pass(Duration.ofSeconds(15));

        assertThat(charge().left()).isZero();
        assertThat(refused()).isNotNull();
    }

    @Test
    void locksNobodyOutWhenTheClockIsSetBack() {
        for (int i = 0; i < 4; i++) {
            charge();
        }
        clock.pass(Duration.ofHours(-1));

        assertThat(charge().left()).isEqualTo(3);
    }

    /** Clocks of two machines differ by a little. */
    @Test
    void keepsWhatAClockThatIsAheadHasCounted() {
        for (int i = 0; i < 4; i++) {
            charge();
        }
        clock.pass(Duration.ofSeconds(-20));

        assertThat(refused()).isNotNull();
    }

    @Test
    void letsNoMoreThanTheQuotaAndItsRefillPassInAnyTime() {
        int passed = 0;
        for (int second = 0; second < 120; second++) {
            for (int i = 0; i < 3; i++) {
                passed += refused() == null ? 1 : 0;
            }
            clock.pass(Duration.ofSeconds(1));
        }

        assertThat(passed).isEqualTo(4 + 119 / 15);
    }

    @Test
    void saysHowLongToWaitAndLetsPassWhoeverDid() {
        for (int i = 0; i < 4; i++) {
            charge();
        }
        clock.pass(Duration.ofMillis(3200));
        long wait = Long.parseLong(refused().headers().getOrDefault("retry-after", ""));

        assertThat(wait).isEqualTo(12);
        clock.pass(Duration.ofSeconds(wait));
        assertThat(charge().left()).isZero();
    }

    @Test
    void takesNothingFromWhomItRefuses() {
        for (int i = 0; i < 4; i++) {
            charge();
        }
        for (int i = 0; i < 100; i++) {
            assertThat(refused()).isNotNull();
        }
        clock.pass(Duration.ofSeconds(60));

        assertThat(charge().left()).isEqualTo(3);
    }

    @Test
    void writesTheFieldsOfTheDraft() {
        charge();
        Map<String, String> headers = charge().headers();

        assertThat(headers)
                .containsEntry("ratelimit-policy", "\"open\";q=4;w=60")
                .containsEntry("ratelimit", "\"open\";r=2;t=30");
    }

    @Test
    void writesTheFieldsOnARefusalToo() {
        for (int i = 0; i < 4; i++) {
            charge();
        }

        assertThat(refused().status()).isEqualTo(429);
        assertThat(refused().headers())
                .containsEntry("ratelimit", "\"open\";r=0;t=60")
                .containsEntry("retry-after", "15");
    }

    @Test
    void keepsSubjectsAndLimitsApart() {
        limits.charge("open", "somebody", 4);

        assertThat(limits.charge("open", "somebody else", 1).orElseThrow().left())
                .isEqualTo(3);
        assertThat(limits.charge("closed", "somebody", 1).orElseThrow().left()).isEqualTo(3);
    }

    @Test
    void chargesMoreForWhatCostsMore() {
        limits.charge("open", "somebody", 3);

        assertThatThrownBy(() -> limits.charge("open", "somebody", 2))
                .isInstanceOf(RateLimitExceeded.class)
                .hasMessageContaining("15 seconds");
    }

    @Test
    void takesNoMoreThanTheQuotaForAnything() {
        assertThat(limits.charge("open", "somebody", 1000).orElseThrow().left()).isZero();
    }

    @Test
    void givesBackWhatShouldNotHaveBeenCharged() {
        charge();
        charge();
        limits.refund("open", "somebody", 1);

        assertThat(charge().left()).isEqualTo(2);
    }

    @Test
    void givesBackNoMoreThanTheQuota() {
        charge();
        limits.refund("open", "somebody", 4);

        assertThat(charge().left()).isEqualTo(3);
    }

    @Test
    void letsPassWithoutCountersWhereTheLimitIsOpen() {
        RateLimits blind = new RateLimits(LIMITS, new DeadCache(), clock);

        assertThat(blind.charge("open", "somebody", 1)).isEmpty();
        blind.refund("open", "somebody", 1);
    }

    @Test
    void letsNobodyPassWithoutCountersWhereTheLimitIsClosed() {
        RateLimits blind = new RateLimits(LIMITS, new DeadCache(), clock);

        assertThatThrownBy(() -> blind.charge("closed", "somebody", 1)).isInstanceOf(RateLimitUnavailable.class);
    }

    @Test
    void knowsNoLimitThatTheContractDoesNot() {
        assertThatThrownBy(() -> limits.charge("other", "somebody", 1)).isInstanceOf(InvalidContract.class);
        assertThat(RateLimits.none().charge("other", "somebody", 1)).isEmpty();
    }
}
