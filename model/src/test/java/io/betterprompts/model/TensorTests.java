package io.betterprompts.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class TensorTests {

    private final Tensor matrix = Tensor.of(new float[] {1, 2, 3, 4, 5, 6}, 2, 3);

    @Test
    void refusesAShapeThatDoesNotFit() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Tensor.of(new float[5], 2, 3))
                .withMessage("5 values for shape [2, 3]");
    }

    @Test
    void turnsRowsIntoColumns() {
        Tensor turned = matrix.transposed();

        assertThat(turned.shape()).containsExactly(3, 2);
        assertThat(turned.values()).containsExactly(1, 4, 2, 5, 3, 6);
    }

    @Test
    void stacksRows() {
        Tensor stacked = Tensor.stacked(matrix, Tensor.of(new float[] {7, 8, 9}, 1, 3));

        assertThat(stacked.shape()).containsExactly(3, 3);
        assertThat(stacked.values()).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9);
    }

    @Test
    void addsWhatItSubtracted() {
        Tensor other = Tensor.of(new float[] {6, 5, 4, 3, 2, 1}, 2, 3);

        assertThat(matrix.minus(other).plus(other).values()).containsExactly(matrix.values());
        assertThat(matrix.values()).containsExactly(1, 2, 3, 4, 5, 6);
    }

    @Test
    void refusesToAddAnotherShape() {
        assertThatIllegalArgumentException().isThrownBy(() -> matrix.plus(matrix.transposed()));
    }
}
