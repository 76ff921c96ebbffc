package io.betterprompts.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.betterprompts.model.Tensor;
import io.betterprompts.model.WeightDelta;
import io.betterprompts.model.Weights;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SoupTests {

    private final Weights base = new Weights(new TreeMap<>(
            Map.of("matrix", Tensor.of(new float[] {1, 1, 1, 1}, 2, 2), "still", Tensor.of(new float[] {7}, 1))));

    @Test
    void isTheMeanOfWhatWasTrained() {
        WeightDelta soup = Soup.of(base, List.of(trained(2, 10), trained(4, 30)));

        Weights mean = soup.appliedTo(base);
        assertThat(mean.get("matrix").values()).containsExactly(new float[] {3, 3, 3, 3}, within(0.02f));
        assertThat(mean.get("head.bias").values()).containsExactly(20);
        assertThat(mean.get("still").values()).containsExactly(7);
    }

    @Test
    void refusesDeltasOfDifferentTensors() {
        WeightDelta other = WeightDelta.between(base, Map.of("matrix", Tensor.of(new float[] {2, 2, 2, 2}, 2, 2)));

        assertThatIllegalArgumentException().isThrownBy(() -> Soup.of(base, List.of(trained(2, 10), other)));
        assertThatIllegalArgumentException().isThrownBy(() -> Soup.of(base, List.of()));
    }

    private WeightDelta trained(float matrix, float bias) {
        return WeightDelta.between(
                base,
                Map.of(
                        "matrix", Tensor.of(new float[] {matrix, matrix, matrix, matrix}, 2, 2),
                        "head.bias", Tensor.of(new float[] {bias}, 1)));
    }
}
