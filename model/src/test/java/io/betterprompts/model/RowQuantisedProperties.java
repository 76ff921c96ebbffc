package io.betterprompts.model;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class RowQuantisedProperties {

    @Property
    void noValueIsOffByMoreThanHalfAStep(
            @ForAll("matrices") Tensor matrix, @ForAll @IntRange(min = 1, max = 127) int max) {
        RowQuantised rows = RowQuantised.of(matrix, max);
        float[] back = rows.dequantised().values();

        for (int i = 0; i < back.length; i++) {
            float scale = rows.scales()[i / matrix.rowLength()];
            // A little more than a half, for the rounding of the division itself.
            assertThat(Math.abs(back[i] - matrix.values()[i])).isLessThanOrEqualTo(0.5001f * scale);
        }
    }

    @Property
    void noByteIsLargerThanAllowed(@ForAll("matrices") Tensor matrix, @ForAll @IntRange(min = 1, max = 127) int max) {
        for (byte value : RowQuantised.of(matrix, max).bytes()) {
            assertThat((int) value).isBetween(-max, max);
        }
    }

    @Property
    void quantisingAgainChangesNothing(@ForAll("matrices") Tensor matrix) {
        RowQuantised once = RowQuantised.of(matrix);
        RowQuantised twice = RowQuantised.of(once.dequantised());

        assertThat(twice.bytes()).isEqualTo(once.bytes());
    }

    @Example
    void rowsOfZerosStayZero() {
        RowQuantised rows = RowQuantised.of(Tensor.of(new float[] {0, 0, 1, -1}, 2, 2));

        assertThat(rows.scales()[0]).isZero();
        assertThat(rows.dequantised().values()).containsExactly(0, 0, 1, -1);
    }

    @Provide
    Arbitrary<Tensor> matrices() {
        Arbitrary<Float> values = Arbitraries.floats().between(-1000, 1000).filter(v -> v == 0 || Math.abs(v) > 1e-20f);
        return Arbitraries.integers()
                .between(1, 5)
                .flatMap(rows -> Arbitraries.integers()
                        .between(1, 6)
                        .flatMap(columns -> values.array(float[].class)
                                .ofSize(rows * columns)
                                .map(array -> Tensor.of(array, rows, columns))));
    }
}
