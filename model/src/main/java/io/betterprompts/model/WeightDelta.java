package io.betterprompts.model;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What training changed, small enough to commit: differences of matrices to the base as row-scaled bytes (they are
 * small, so the rounding is far below what the storage of the archive costs), everything else as exact values.
 *
 * @param baseSha256 the one base this fits
 * @param differences matrices to be added to the base's tensor of that name
 * @param values tensors to be used instead of the base's, or that the base lacks
 */
public record WeightDelta(
        String baseSha256, SortedMap<String, RowQuantised> differences, SortedMap<String, Tensor> values) {

    public WeightDelta {
        differences = Collections.unmodifiableSortedMap(new TreeMap<>(differences));
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    /** The delta that turns the base into the trained weights, up to the rounding of the matrices. */
    public static WeightDelta between(Weights base, Map<String, Tensor> trained) {
        SortedMap<String, RowQuantised> differences = new TreeMap<>();
        SortedMap<String, Tensor> values = new TreeMap<>();
        trained.forEach((name, tensor) -> {
            Tensor original = base.tensors().get(name);
            if (original == null || !tensor.isMatrix()) {
                values.put(name, tensor);
            } else {
                differences.put(name, RowQuantised.of(tensor.minus(original)));
            }
        });
        return new WeightDelta(BaseEncoder.ONNX_SHA256, differences, values);
    }

    /**
     * The trained weights, up to the rounding of the matrices.
     *
     * @throws IllegalArgumentException if this delta changes a tensor the base does not have
     */
    public Weights appliedTo(Weights base) {
        SortedMap<String, Tensor> changed = new TreeMap<>(values);
        differences.forEach(
                (name, difference) -> changed.put(name, base.get(name).plus(difference.dequantised())));
        return base.with(changed);
    }
}
