package io.betterprompts.training;

import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.training.ParameterStore;
import io.betterprompts.engine.classify.TorchRuntime;
import io.betterprompts.model.BertTorchScript;
import io.betterprompts.model.EncoderShape;
import io.betterprompts.model.WeightStorage;
import io.betterprompts.model.Weights;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** The network as it is shipped, rounding included, one row at a time as in use: its activations are rounded by row. */
final class ArchivedModel implements AutoCloseable {

    private final Model model;

    ArchivedModel(Weights weights, WeightStorage storage) throws IOException {
        TorchRuntime.start();
        model = Model.newInstance("archive", TorchRuntime.NAME);
        try {
            model.load(new ByteArrayInputStream(BertTorchScript.archive(weights, EncoderShape.MINI_LM_L6, storage)));
        } catch (MalformedModelException e) {
            throw new IllegalStateException("the archive does not load", e);
        }
    }

    /** One for each intent, in their order. */
    List<float[]> logits(List<Example> examples) {
        return examples.stream().map(this::logits).toList();
    }

    float[] logits(Example example) {
        long[] ids = example.ids().stream().mapToLong(Long::longValue).toArray();
        long[] mask = new long[ids.length];
        Arrays.fill(mask, 1);
        try (NDManager scope = model.getNDManager().newSubManager()) {
            NDList input = new NDList(scope.create(new long[][] {ids}), scope.create(new long[][] {mask}));
            return model.getBlock()
                    .forward(new ParameterStore(scope, false), input, false)
                    .singletonOrThrow()
                    .toFloatArray();
        }
    }

    @Override
    public void close() {
        model.close();
    }
}
