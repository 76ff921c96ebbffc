package io.betterprompts.training;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.internal.NDArrayEx;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import io.betterprompts.model.EncoderShape;
import io.betterprompts.model.Tensor;
import io.betterprompts.model.Weights;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The same function as the archive that the model module writes, as a block that can learn: ids and mask in, logits out.
 * DJL's own BERT block cannot hold these weights, it normalises batches and adds its residuals elsewhere. Only the last
 * layers and the head learn; what lies below runs without dropout and without gradients.
 */
final class TrainableBert extends AbstractBlock {

    private static final float EPSILON = 1e-12f;

    private final EncoderShape shape;
    private final int firstTrained;
    private final float dropout;
    private final Map<String, Parameter> byName = new LinkedHashMap<>();

    TrainableBert(NDManager manager, Weights weights, EncoderShape shape, int trainedLayers, double dropout) {
        this.shape = shape;
        this.firstTrained = shape.layers() - trainedLayers;
        this.dropout = (float) dropout;
        weights.tensors().forEach((name, tensor) -> byName.put(name, parameter(manager, name, tensor)));
    }

    private Parameter parameter(NDManager manager, String name, Tensor tensor) {
        Shape dimensions =
                new Shape(Arrays.stream(tensor.shape()).asLongStream().toArray());
        NDArray array = manager.create(tensor.values(), dimensions);
        Parameter parameter = addParameter(Parameter.builder()
                .setName(name)
                .setType(Parameter.Type.OTHER)
                .optShape(dimensions)
                .optArray(array)
                .build());
        parameter.freeze(!learns(name));
        return parameter;
    }

    private boolean learns(String name) {
        if (isHead(name)) {
            return true;
        }
        return IntStream.range(firstTrained, shape.layers())
                .anyMatch(layer -> name.startsWith("encoder.layer." + layer + "."));
    }

    private Parameter named(String name) {
        return requireNonNull(byName.get(name), name);
    }

    private static boolean isHead(String name) {
        return name.startsWith("head.");
    }

    Set<String> headParameterIds() {
        return byName.entrySet().stream()
                .filter(entry -> isHead(entry.getKey()))
                .map(entry -> entry.getValue().getId())
                .collect(Collectors.toSet());
    }

    /** A copy of everything that learns. */
    Map<String, Tensor> learned() {
        Map<String, Tensor> learned = new LinkedHashMap<>();
        byName.forEach((name, parameter) -> {
            if (learns(name)) {
                NDArray array = parameter.getArray();
                int[] dimensions = Arrays.stream(array.getShape().getShape())
                        .mapToInt(Math::toIntExact)
                        .toArray();
                learned.put(name, Tensor.of(array.toFloatArray(), dimensions));
            }
        });
        return learned;
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore store, NDList inputs, boolean training, @Nullable PairList<String, Object> arguments) {
        NDArray ids = inputs.get(0);
        NDArray mask = inputs.get(1);
        return new NDList(new Pass(store, ids, mask, training).logits());
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputs) {
        return new Shape[] {
            new Shape(inputs[0].get(0), named(Weights.HEAD_BIAS).getShape().get(0))
        };
    }

    /** One forward pass. */
    private final class Pass {

        private final Function<String, NDArray> values;
        private final NDArray ids;
        private final NDArray mask;
        private final boolean training;
        private final NDArrayEx operations;
        private final long rows;
        private final long tokens;

        Pass(ParameterStore store, NDArray ids, NDArray mask, boolean training) {
            this.values = name -> store.getValue(named(name), ids.getDevice(), training);
            this.ids = ids;
            this.mask = mask;
            this.training = training;
            this.operations = ids.getNDArrayInternal();
            this.rows = ids.getShape().get(0);
            this.tokens = ids.getShape().get(1);
        }

        NDArray logits() {
            NDArray bias = mask.sub(1f).mul(10000f).reshape(rows, 1, 1, tokens);
            NDArray state = embeddings();
            for (int layer = 0; layer < shape.layers(); layer++) {
                state = layer(state, bias, "encoder.layer." + layer + ".", layer >= firstTrained);
            }
            NDArray sum = state.mul(mask.expandDims(2)).sum(new int[] {1});
            NDArray mean = sum.div(mask.sum(new int[] {1}, true));
            return linear(dropped(mean, true), "head");
        }

        private NDArray embeddings() {
            NDArray words = operations
                    .embedding(ids, value("embeddings.word_embeddings.weight"), SparseFormat.DENSE)
                    .head();
            NDArray type = value("embeddings.token_type_embeddings.weight").get(0);
            NDArray places = value("embeddings.position_embeddings.weight").get("0:" + tokens);
            return dropped(normalised(words.add(type).add(places), "embeddings.LayerNorm"), firstTrained == 0);
        }

        private NDArray layer(NDArray state, NDArray bias, String prefix, boolean trained) {
            NDArray query = heads(linear(state, prefix + "attention.self.query"));
            NDArray key = heads(linear(state, prefix + "attention.self.key"));
            NDArray value = heads(linear(state, prefix + "attention.self.value"));
            double scale = 1 / Math.sqrt(shape.headWidth());
            NDArray scores =
                    query.matMul(key.swapAxes(2, 3)).mul(scale).add(bias).softmax(3);
            NDArray attended =
                    dropped(scores, trained).matMul(value).transpose(0, 2, 1, 3).reshape(rows, tokens, shape.hidden());
            NDArray mixed = dropped(linear(attended, prefix + "attention.output.dense"), trained);
            NDArray middle = normalised(mixed.add(state), prefix + "attention.output.LayerNorm");
            NDArray wide = linear(middle, prefix + "intermediate.dense")
                    .getNDArrayInternal()
                    .gelu();
            NDArray narrow = dropped(linear(wide, prefix + "output.dense"), trained);
            return normalised(narrow.add(middle), prefix + "output.LayerNorm");
        }

        private NDArray heads(NDArray projected) {
            return projected
                    .reshape(rows, tokens, shape.heads(), shape.headWidth())
                    .transpose(0, 2, 1, 3);
        }

        private NDArray linear(NDArray input, String name) {
            return operations
                    .linear(input, value(name + ".weight"), value(name + ".bias"))
                    .head();
        }

        private NDArray normalised(NDArray input, String name) {
            return operations
                    .layerNorm(
                            input, new Shape(shape.hidden()), value(name + ".weight"), value(name + ".bias"), EPSILON)
                    .head();
        }

        private NDArray dropped(NDArray input, boolean trained) {
            return training && trained && dropout > 0
                    ? input.getNDArrayInternal().dropout(input, dropout, true).head()
                    : input;
        }

        private NDArray value(String name) {
            return values.apply(name);
        }
    }
}
