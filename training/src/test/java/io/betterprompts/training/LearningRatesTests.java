package io.betterprompts.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Set;
import org.junit.jupiter.api.Test;

class LearningRatesTests {

    private final LearningRates rates = new LearningRates(1e-4, 1e-3, Set.of("head"), 10, 110);

    @Test
    void riseLinearlyToThePeak() {
        assertThat(rates.getNewValue("encoder", 1)).isCloseTo(1e-5f, within(1e-9f));
        assertThat(rates.getNewValue("encoder", 5)).isCloseTo(5e-5f, within(1e-9f));
        assertThat(rates.getNewValue("encoder", 10)).isCloseTo(1e-4f, within(1e-9f));
    }

    @Test
    void fallLinearlyToZero() {
        assertThat(rates.getNewValue("encoder", 60)).isCloseTo(5e-5f, within(1e-9f));
        assertThat(rates.getNewValue("encoder", 110)).isZero();
        assertThat(rates.getNewValue("encoder", 111)).isZero();
    }

    @Test
    void areHigherForTheHead() {
        assertThat(rates.getNewValue("head", 10)).isCloseTo(1e-3f, within(1e-8f));
    }

    @Test
    void takeTheirWarmUpFromTheShareOfSteps() {
        LearningRates derived = LearningRates.of(HyperParameters.DEFAULT, Set.of(), 500);

        assertThat(derived.warmUpSteps()).isEqualTo(50);
        assertThat(LearningRates.of(HyperParameters.DEFAULT, Set.of(), 3).warmUpSteps())
                .isEqualTo(1);
    }

    @Test
    void refuseAWarmUpLongerThanTheRun() {
        assertThatIllegalArgumentException().isThrownBy(() -> new LearningRates(1, 1, Set.of(), 11, 10));
    }
}
