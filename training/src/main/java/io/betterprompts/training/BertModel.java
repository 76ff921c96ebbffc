package io.betterprompts.training;

import static java.util.Objects.requireNonNull;

import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.GradientCollector;
import ai.djl.training.ParameterStore;
import ai.djl.training.Trainer;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;
import io.betterprompts.engine.classify.Intent;
import io.betterprompts.engine.classify.TorchRuntime;
import io.betterprompts.model.EncoderShape;
import io.betterprompts.model.Tensor;
import io.betterprompts.model.Weights;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** A {@link TrainableBert} in native memory: learns from batches, predicts logits. */
final class BertModel implements AutoCloseable {

    private static final int PREDICTION_BATCH = 32;
    private static final int LABELS = Intent.values().length;

    private final Model model;
    private final TrainableBert bert;

    BertModel(Weights weights, HyperParameters hyper) {
        TorchRuntime.start().setRandomSeed(Math.toIntExact(hyper.seed()));
        model = Model.newInstance("training", TorchRuntime.NAME);
        bert = new TrainableBert(
                model.getNDManager(), weights, EncoderShape.MINI_LM_L6, hyper.trainedLayers(), hyper.dropout());
        model.setBlock(bert);
    }

    Trainer trainer(HyperParameters hyper, int steps) {
        Optimizer adamW = Optimizer.adamW()
                .optLearningRateTracker(LearningRates.of(hyper, bert.headParameterIds(), steps))
                .optWeightDecays((float) hyper.weightDecay())
                .build();
        return model.newTrainer(new DefaultTrainingConfig(Loss.softmaxCrossEntropyLoss()).optOptimizer(adamW));
    }

    /** One step; the loss it started from. */
    double step(Trainer trainer, List<Example> batch, TargetWeights targets) {
        try (NDManager scope = model.getNDManager().newSubManager()) {
            NDArray wanted = scope.create(targets.targets(batch), new Shape(batch.size(), LABELS));
            NDArray loss;
            try (GradientCollector gradients = trainer.newGradientCollector()) {
                NDArray logits = trainer.forward(inputs(scope, batch)).singletonOrThrow();
                loss = logits.logSoftmax(1).mul(wanted).sum().mul(-1f / batch.size());
                gradients.backward(loss);
            }
            trainer.step();
            return loss.getFloat();
        }
    }

    /** The logits of each example, in the order of the examples. */
    List<float[]> logits(List<Example> examples) {
        IdentityHashMap<Example, float[]> logits = new IdentityHashMap<>();
        for (List<Example> batch : Batches.inOrder(examples, PREDICTION_BATCH)) {
            List<float[]> rows = predicted(batch);
            for (int i = 0; i < rows.size(); i++) {
                logits.put(batch.get(i), rows.get(i));
            }
        }
        return examples.stream()
                .map(example -> requireNonNull(logits.get(example)))
                .toList();
    }

    private List<float[]> predicted(List<Example> batch) {
        try (NDManager scope = model.getNDManager().newSubManager()) {
            NDArray logits = bert.forward(new ParameterStore(scope, false), inputs(scope, batch), false)
                    .singletonOrThrow();
            List<float[]> rows = new ArrayList<>(batch.size());
            for (int i = 0; i < batch.size(); i++) {
                rows.add(logits.get(i).toFloatArray());
            }
            return rows;
        }
    }

    private static NDList inputs(NDManager scope, List<Example> batch) {
        int longest = batch.stream().mapToInt(Example::length).max().orElseThrow();
        long[] ids = new long[batch.size() * longest];
        float[] mask = new float[ids.length];
        for (int row = 0; row < batch.size(); row++) {
            List<Long> tokens = batch.get(row).ids();
            for (int i = 0; i < tokens.size(); i++) {
                ids[row * longest + i] = tokens.get(i);
                mask[row * longest + i] = 1;
            }
        }
        Shape shape = new Shape(batch.size(), longest);
        return new NDList(scope.create(ids, shape), scope.create(mask, shape));
    }

    Map<String, Tensor> learned() {
        return bert.learned();
    }

    @Override
    public void close() {
        model.close();
    }
}
