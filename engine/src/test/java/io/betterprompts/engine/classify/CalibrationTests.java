package io.betterprompts.engine.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.betterprompts.engine.classify.Classification.Scored;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalibrationTests {

    @Test
    void isTheSoftmaxOfTheLogitsOverTheTemperature() {
        double[] probabilities = new Calibration(2, 0).probabilities(2, 0);

        assertThat(probabilities[0]).isCloseTo(Math.E / (Math.E + 1), within(1e-12));
        assertThat(probabilities[0] + probabilities[1]).isCloseTo(1, within(1e-12));
    }

    @Test
    void survivesLogitsWhoseExponentialOverflows() {
        assertThat(new Calibration(0.25, 0).probabilities(1000, 999, -1000)).satisfies(probabilities -> {
            assertThat(Arrays.stream(probabilities).sum()).isCloseTo(1, within(1e-12));
            assertThat(probabilities[0]).isGreaterThan(probabilities[1]);
        });
    }

    @Test
    void ranksTheMostProbableFirstAndKeepsTheOrderOfEquals() {
        float[] logits = new float[Intent.values().length];
        logits[3] = 2;

        Classification classification = new Calibration(1, 0).classification(logits);

        assertThat(classification.intent()).isEqualTo(Intent.PROBLEM_SOLVING);
        assertThat(classification.ranked().subList(1, 4))
                .extracting(Scored::intent)
                .containsExactly(Intent.QUESTION_ANSWERING, Intent.REASONING, Intent.CODE_GENERATION);
    }

    @Test
    void abstainsBelowTheThresholdAndNotAtIt() {
        float[] logits = new float[Intent.values().length];
        double uniform = 1.0 / logits.length;

        assertThat(new Calibration(1, uniform).classification(logits).abstained())
                .isFalse();
        assertThat(new Calibration(1, Math.nextUp(uniform))
                        .classification(logits)
                        .abstained())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"0, 0.5", "-1, 0.5", "NaN, 0.5", "1, -0.1", "1, 1.1", "1, NaN"})
    void refusesValuesThatMeanNothing(double temperature, double threshold) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Calibration(temperature, threshold));
    }
}
