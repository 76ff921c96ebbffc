package io.betterprompts.history.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import io.betterprompts.history.feedback.Estimate.Interval;
import org.junit.jupiter.api.Test;

class EstimateTests {

    @Test
    void isUnknownBelowTwentyJudgedEdits() {
        assertThat(Estimate.own(new Counts(19, 0, 1)))
                .isEqualTo(new Estimate(19, 19, Estimate.State.UNKNOWN, null, null));
        assertThat(Estimate.own(new Counts(19, 1, 1)).state()).isEqualTo(Estimate.State.KNOWN);
    }

    @Test
    void isThePosteriorOfAUniformPrior() {
        assertThat(Estimate.own(new Counts(18, 6, 1)))
                .isEqualTo(new Estimate(24, 18, Estimate.State.KNOWN, 0.7308, new Interval(0.5487, 0.8793)));
    }

    @Test
    void tellsNothingOfFewerThanFiveUsers() {
        assertThat(Estimate.shared(new Counts(500, 500, 4)))
                .isEqualTo(new Estimate(0, 0, Estimate.State.UNKNOWN, null, null));
        assertThat(Estimate.shared(new Counts(15, 5, 5)).state()).isEqualTo(Estimate.State.KNOWN);
        assertThat(Estimate.shared(new Counts(15, 4, 5)).n()).isZero();
    }
}
