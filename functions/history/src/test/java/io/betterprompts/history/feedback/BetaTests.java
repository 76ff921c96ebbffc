package io.betterprompts.history.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BetaTests {

    /** The expected values are those of scipy.stats.beta.ppf. */
    @ParameterizedTest
    @CsvSource({
        "1, 1, 0.025, 0.975",
        "2, 3, 0.06758599, 0.80587955",
        "19, 7, 0.54871198, 0.87928331",
        "901, 101, 0.87983087, 0.9170636",
        "100001, 1, 0.99996311, 0.99999975"
    })
    void hasTheQuantilesThatOthersComputeToo(double alpha, double beta, double low, double high) {
        Beta distribution = new Beta(alpha, beta);

        assertThat(distribution.quantile(0.025)).isCloseTo(low, within(1e-8));
        assertThat(distribution.quantile(0.975)).isCloseTo(high, within(1e-8));
    }

    /** For whole parameters it is the chance of at least alpha successes in alpha + beta - 1 trials. */
    @ParameterizedTest
    @CsvSource({"1, 1, 0.3", "3, 5, 0.1", "3, 5, 0.9", "12, 9, 0.5", "20, 2, 0.99"})
    void isTheBinomialDistributionSeenFromTheOtherSide(int alpha, int beta, double x) {
        int trials = alpha + beta - 1;
        double chance = 0;
        double term = Math.pow(1 - x, trials);
        for (int k = 0; k <= trials; k++) {
            chance += k >= alpha ? term : 0;
            term *= (trials - k) / (k + 1.0) * x / (1 - x);
        }

        assertThat(new Beta(alpha, beta).cumulative(x)).isCloseTo(chance, within(1e-10));
    }

    @Test
    void hasTheMeanBetweenItsQuantiles() {
        Beta distribution = new Beta(3, 1);

        assertThat(distribution.mean()).isEqualTo(0.75);
        assertThat(distribution.cumulative(0)).isZero();
        assertThat(distribution.cumulative(1)).isEqualTo(1);
    }

    @Test
    void isNotMadeOfLessThanTheUniformPrior() {
        assertThatThrownBy(() -> new Beta(0.5, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Beta(1, Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }
}
