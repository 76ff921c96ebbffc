package io.betterprompts.training;

import io.betterprompts.model.Tensor;
import io.betterprompts.model.WeightDelta;
import io.betterprompts.model.Weights;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Averages fine-tunings of the same base, tensor by tensor. */
final class Soup {

    private Soup() {}

    /**
     * The delta from the base to the mean of what these deltas make of it.
     *
     * @throws IllegalArgumentException if there are none, or if they do not change the same tensors
     */
    static WeightDelta of(Weights base, List<WeightDelta> deltas) {
        Set<Set<String>> names = deltas.stream().map(Soup::names).collect(Collectors.toSet());
        if (names.size() != 1) {
            throw new IllegalArgumentException("only deltas of the same tensors have a mean");
        }
        List<Weights> trained =
                deltas.stream().map(delta -> delta.appliedTo(base)).toList();
        Map<String, Tensor> means = new HashMap<>();
        for (String name : names.iterator().next()) {
            means.put(
                    name,
                    mean(trained.stream().map(weights -> weights.get(name)).toList()));
        }
        return WeightDelta.between(base, means);
    }

    private static Set<String> names(WeightDelta delta) {
        return Stream.concat(delta.values().keySet().stream(), delta.differences().keySet().stream())
                .collect(Collectors.toSet());
    }

    private static Tensor mean(List<Tensor> tensors) {
        Tensor first = tensors.getFirst();
        float[] mean = new float[first.values().length];
        for (Tensor tensor : tensors) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += tensor.values()[i] / tensors.size();
            }
        }
        return Tensor.of(mean, first.shape());
    }
}
