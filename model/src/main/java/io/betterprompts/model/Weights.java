package io.betterprompts.model;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Named tensors of a BERT encoder, and of the head once it has one, under the names of the original PyTorch layout. */
public record Weights(SortedMap<String, Tensor> tensors) {

    public static final String HEAD_WEIGHT = "head.weight";
    public static final String HEAD_BIAS = "head.bias";

    public Weights {
        tensors = Collections.unmodifiableSortedMap(new TreeMap<>(tensors));
    }

    /**
     * The tensor of a name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Tensor get(String name) {
        Tensor tensor = tensors.get(name);
        if (tensor == null) {
            throw new IllegalArgumentException("no tensor named " + name);
        }
        return tensor;
    }

    /** These weights with some tensors replaced or added. */
    public Weights with(Map<String, Tensor> others) {
        SortedMap<String, Tensor> merged = new TreeMap<>(tensors);
        merged.putAll(others);
        return new Weights(merged);
    }
}
