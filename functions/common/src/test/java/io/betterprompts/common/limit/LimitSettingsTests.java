package io.betterprompts.common.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.betterprompts.common.contract.RateLimit;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LimitSettingsTests {

    private static final RateLimit CALLER =
            new RateLimit("caller", 4, Duration.ofSeconds(60), RateLimit.Per.CALLER, false);
    private static final RateLimit LOGIN =
            new RateLimit("log-in", 2, Duration.ofSeconds(60), RateLimit.Per.ADDRESS, true);
    private static final Map<String, RateLimit> LIMITS = Map.of("caller", CALLER, "log-in", LOGIN);

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void changesNothingWhereNothingIsSaid(String text) {
        assertThat(LimitSettings.parse(text).applyTo(LIMITS)).isEqualTo(LIMITS);
    }

    @Test
    void changesWhatIsNamedAndKeepsWhoseItIs() {
        assertThat(LimitSettings.parse("caller=600/30, log-in=5/900").applyTo(LIMITS))
                .containsEntry("caller", CALLER.with(600, Duration.ofSeconds(30)))
                .containsEntry(
                        "log-in", new RateLimit("log-in", 5, Duration.ofMinutes(15), RateLimit.Per.ADDRESS, true));
    }

    @Test
    void switchesAllOff() {
        assertThat(LimitSettings.parse("off").applyTo(LIMITS)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"on", "caller", "caller=1", "caller=1/60;log-in=1/60", "caller=-1/60", "caller=1/60,"})
    void refusesWhatItDoesNotUnderstand(String text) {
        assertThatThrownBy(() -> LimitSettings.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("RATE_LIMITS");
    }

    @Test
    void refusesALimitTheContractDoesNotHave() {
        assertThatThrownBy(() -> LimitSettings.parse("calller=1/60").applyTo(LIMITS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("calller");
    }

    @Test
    void refusesALimitOfNothing() {
        assertThatThrownBy(() -> LimitSettings.parse("caller=0/60").applyTo(LIMITS))
                .hasMessageContaining("caller");
    }
}
