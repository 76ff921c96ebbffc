package io.betterprompts.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.training.Trainer;
import io.betterprompts.engine.classify.Intent;
import io.betterprompts.engine.classify.PromptTokenizer;
import io.betterprompts.engine.classify.TorchRuntime;
import io.betterprompts.model.BaseEncoder;
import io.betterprompts.model.Tensor;
import io.betterprompts.model.WeightDeltaFile;
import io.betterprompts.model.WeightStorage;
import io.betterprompts.model.Weights;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BertModelIT {

    private static final HyperParameters HYPER = HyperParameters.of(List.of("trainedLayers=1"));
    private static final Weights TRAINED = WeightDeltaFile.read(
                    Path.of("../model/src/main/weights/intent-classifier.delta"))
            .appliedTo(BaseEncoder.weights());

    private final List<Example> examples = examples(List.of(
            Prompts.english(Intent.TRANSLATION, "how do you say good night in Welsh"),
            Prompts.english(Intent.REASONING, "is 1009 prime?"),
            Prompts.english(Intent.SUMMARIZATION, "main points please\n\n" + "The ferry was late again. ".repeat(20)),
            new LabelledPrompt("اكتب قصيدة عن البحر", Intent.CREATIVE_WRITING, "ar", "sea")));

    /** The largest differences seen were 0.000002, 0.0015 and 0.29. */
    @ParameterizedTest
    @CsvSource({"FP32, 0.00002", "FP16, 0.01", "I8S7, 0.8"})
    void predictsWhatTheArchivePredicts(WeightStorage storage, double tolerance) throws IOException {
        try (BertModel block = new BertModel(TRAINED, HYPER);
                ArchivedModel loaded = new ArchivedModel(TRAINED, storage)) {
            List<float[]> expected = block.logits(examples);
            List<float[]> actual = loaded.logits(examples);
            for (int i = 0; i < examples.size(); i++) {
                assertClose(actual.get(i), expected.get(i), tolerance);
            }
        }
    }

    @Test
    void learnsAndLeavesTheFrozenLayersAlone() {
        try (BertModel model = new BertModel(TRAINED, HYPER);
                Trainer trainer = model.trainer(HYPER, 40)) {
            List<Example> mislabelled = List.of(relabelled(examples.get(0)), relabelled(examples.get(1)));
            TargetWeights targets =
                    new TargetWeights(mislabelled.stream().map(Example::prompt).toList(), 0, 1);
            double first = model.step(trainer, mislabelled, targets);
            double last = first;
            for (int step = 1; step < 40; step++) {
                last = model.step(trainer, mislabelled, targets);
            }

            assertThat(last).isLessThan(first / 4);
            assertThat(model.learned().keySet())
                    .hasSize(18)
                    .allMatch(name -> name.startsWith("head.") || name.startsWith("encoder.layer.5."));
        }
    }

    @Test
    void repeatsItselfWithTheSameSeed() {
        Map<String, Tensor> once = afterThreeSteps();
        Map<String, Tensor> again = afterThreeSteps();

        once.forEach((name, tensor) -> assertThat(again)
                .hasEntrySatisfying(name, same -> assertThat(same.values()).isEqualTo(tensor.values())));
    }

    private Map<String, Tensor> afterThreeSteps() {
        try (BertModel model = new BertModel(TRAINED, HYPER);
                Trainer trainer = model.trainer(HYPER, 3)) {
            TargetWeights targets =
                    new TargetWeights(examples.stream().map(Example::prompt).toList(), 0.1, 1);
            for (int step = 0; step < 3; step++) {
                model.step(trainer, examples, targets);
            }
            return model.learned();
        }
    }

    private static Example relabelled(Example example) {
        return new Example(
                Prompts.english(Intent.BRAINSTORMING, example.prompt().text()), example.ids());
    }

    private static List<Example> examples(List<LabelledPrompt> prompts) {
        TorchRuntime.start();
        try (PromptTokenizer tokenizer = new PromptTokenizer(new ByteArrayInputStream(BaseEncoder.tokenizer()), 64)) {
            return Example.of(prompts, tokenizer);
        }
    }

    private static void assertClose(float[] actual, float[] expected, double tolerance) {
        List<Double> differences = new ArrayList<>();
        for (int i = 0; i < expected.length; i++) {
            differences.add((double) Math.abs(actual[i] - expected[i]));
        }
        assertThat(differences).allSatisfy(difference -> assertThat(difference).isCloseTo(0, within(tolerance)));
    }
}
