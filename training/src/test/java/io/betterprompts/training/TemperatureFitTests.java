package io.betterprompts.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.betterprompts.engine.classify.Calibration;
import io.betterprompts.engine.classify.Intent;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemperatureFitTests {

    /** Labels drawn from the probabilities of a known temperature lead back to it. */
    @ParameterizedTest
    @ValueSource(doubles = {0.5, 1, 2.5})
    void findsTheTemperatureTheLabelsWereDrawnAt(double temperature) {
        Random random = new Random(3);
        Calibration truth = new Calibration(temperature, 0);
        List<float[]> logits = new ArrayList<>();
        List<Example> examples = new ArrayList<>();
        for (int i = 0; i < 4000; i++) {
            float[] row = logits(random);
            logits.add(row);
            examples.add(Prompts.example(drawn(truth.probabilities(row), random), 3));
        }

        assertThat(TemperatureFit.temperature(logits, examples)).isCloseTo(temperature, within(0.1 * temperature));
    }

    private static float[] logits(Random random) {
        float[] logits = new float[Intent.values().length];
        for (int i = 0; i < logits.length; i++) {
            logits[i] = (float) (2 * random.nextGaussian());
        }
        return logits;
    }

    private static Intent drawn(double[] probabilities, Random random) {
        double left = random.nextDouble();
        int index = 0;
        while (left >= probabilities[index] && index < probabilities.length - 1) {
            left -= probabilities[index++];
        }
        return List.of(Intent.values()).get(index);
    }
}
