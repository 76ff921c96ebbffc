package io.betterprompts.training;

import ai.djl.training.Trainer;
import io.betterprompts.engine.classify.Calibration;
import io.betterprompts.engine.classify.Intent;
import io.betterprompts.engine.classify.PromptTokenizer;
import io.betterprompts.model.Tensor;
import io.betterprompts.model.Weights;
import io.betterprompts.training.Evaluation.Prediction;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Trains epoch by epoch and keeps the weights of the epoch that did best on the held-out rows. */
final class FineTuning {

    private static final double INITIAL_SPREAD = 0.02;

    private final HyperParameters hyper;
    private final PrintStream log;

    FineTuning(HyperParameters hyper, PrintStream log) {
        this.hyper = hyper;
        this.log = log;
    }

    /**
     * What was learned.
     *
     * @param tensors the head and the trained layers, after the best epoch
     * @param epoch the best one, the first is 1
     * @param macroF1 on the held-out rows after it
     */
    record Outcome(Map<String, Tensor> tensors, int epoch, double macroF1) {
        Outcome {
            tensors = Map.copyOf(tensors);
        }
    }

    Outcome run(Weights base, List<LabelledPrompt> training, List<Example> heldOut, PromptTokenizer tokenizer) {
        Random random = new Random(hyper.seed());
        PastedPassages passages = PastedPassages.forTraining(training, hyper.pasted(), random);
        TargetWeights targets = new TargetWeights(training, hyper.labelSmoothing(), hyper.nonEnglishWeight());
        int stepsPerEpoch = Math.ceilDiv(training.size(), hyper.batchSize());
        try (BertModel model = new BertModel(withNewHead(base, random), hyper);
                Trainer trainer = model.trainer(hyper, stepsPerEpoch * hyper.epochs())) {
            Outcome best = new Outcome(Map.of(), 0, -1);
            for (int epoch = 1; epoch <= hyper.epochs() && epoch - best.epoch() <= hyper.patience(); epoch++) {
                List<Example> examples = Example.of(passages.into(training), tokenizer);
                epoch(model, trainer, Batches.shuffled(examples, hyper.batchSize(), random), targets, epoch);
                double f1 = macroF1(model, heldOut, epoch);
                if (f1 > best.macroF1()) {
                    best = new Outcome(model.learned(), epoch, f1);
                }
            }
            return best;
        }
    }

    private static Weights withNewHead(Weights base, Random random) {
        int labels = Intent.values().length;
        int hidden = base.get("embeddings.LayerNorm.bias").rows();
        float[] values = new float[labels * hidden];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (random.nextGaussian() * INITIAL_SPREAD);
        }
        return base.with(Map.of(
                Weights.HEAD_WEIGHT, Tensor.of(values, labels, hidden),
                Weights.HEAD_BIAS, Tensor.of(new float[labels], labels)));
    }

    private void epoch(
            BertModel model, Trainer trainer, List<List<Example>> batches, TargetWeights targets, int epoch) {
        long start = System.nanoTime();
        double loss = 0;
        int rows = 0;
        for (int step = 1; step <= batches.size(); step++) {
            List<Example> batch = batches.get(step - 1);
            loss += model.step(trainer, batch, targets);
            rows += batch.size();
            if (step % 20 == 0 || step == batches.size()) {
                double seconds = (System.nanoTime() - start) / 1e9;
                log.printf(
                        "epoch %d step %d/%d loss %.4f, %.1f rows/s%n",
                        epoch, step, batches.size(), loss / step, rows / seconds);
            }
        }
    }

    private double macroF1(BertModel model, List<Example> heldOut, int epoch) {
        Evaluation evaluation = evaluation(model.logits(heldOut), heldOut, new Calibration(1, 0));
        log.printf(
                "epoch %d held out: accuracy %.4f, macro-F1 %.4f, top-2 %.4f%n",
                epoch, evaluation.accuracy(), evaluation.macroF1(), evaluation.top2());
        return evaluation.macroF1();
    }

    static Evaluation evaluation(List<float[]> logits, List<Example> examples, Calibration calibration) {
        List<Prediction> predictions = new ArrayList<>(examples.size());
        for (int i = 0; i < examples.size(); i++) {
            predictions.add(Prediction.of(examples.get(i).prompt(), calibration.classification(logits.get(i))));
        }
        return new Evaluation(predictions);
    }
}
