package io.betterprompts.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The form; that it computes what training computes is tested where there is a PyTorch to run it. */
class BertTorchScriptTests {

    private static final EncoderShape TINY = new EncoderShape(1, 2, 4);
    private static final Weights WEIGHTS = tiny();

    @ParameterizedTest
    @EnumSource
    void sameWeightsGiveTheSameBytes(WeightStorage storage) {
        assertThat(BertTorchScript.archive(WEIGHTS, TINY, storage))
                .isEqualTo(BertTorchScript.archive(tiny(), TINY, storage));
    }

    @Test
    void widensWhatIsStoredInHalfBeforeItComputes() {
        assertThat(code(WeightStorage.FP16)).contains("torch.to(torch.embedding(CONSTANTS.c0, ids), 6)");
        assertThat(code(WeightStorage.FP32)).doesNotContain("CONSTANTS.c0, 6)");
    }

    @Test
    void multipliesRowScaledBytesByTheirScales() {
        assertThat(code(WeightStorage.I8S7))
                .contains("ops.quantized.linear_dynamic(x, CONSTANTS.", "torch.mul(torch.to(");
    }

    @Test
    void splitsTheProjectionIntoTheHeadsOfTheShape() {
        assertThat(code(WeightStorage.FP32)).contains("[B, T, 3, 2, 2]");
    }

    @Test
    void namesTheTensorThatIsMissing() {
        TreeMap<String, Tensor> headless = new TreeMap<>(WEIGHTS.tensors());
        headless.remove(Weights.HEAD_WEIGHT);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> BertTorchScript.archive(new Weights(headless), TINY, WeightStorage.FP32))
                .withMessage("no tensor named head.weight");
    }

    /** Entries are stored as they are, so the code can be read in the archive itself. */
    private static String code(WeightStorage storage) {
        return new String(BertTorchScript.archive(WEIGHTS, TINY, storage), StandardCharsets.UTF_8);
    }

    private static Weights tiny() {
        Random random = new Random(1);
        TreeMap<String, Tensor> tensors = new TreeMap<>();
        tensors.put("embeddings.word_embeddings.weight", tensor(random, 10, 4));
        tensors.put("embeddings.position_embeddings.weight", tensor(random, 6, 4));
        tensors.put("embeddings.token_type_embeddings.weight", tensor(random, 2, 4));
        normalisation(tensors, random, "embeddings.LayerNorm");
        String layer = "encoder.layer.0.";
        for (String square : new String[] {"self.query", "self.key", "self.value", "output.dense"}) {
            linear(tensors, random, layer + "attention." + square, 4, 4);
        }
        normalisation(tensors, random, layer + "attention.output.LayerNorm");
        linear(tensors, random, layer + "intermediate.dense", 8, 4);
        linear(tensors, random, layer + "output.dense", 4, 8);
        normalisation(tensors, random, layer + "output.LayerNorm");
        linear(tensors, random, "head", 3, 4);
        return new Weights(tensors);
    }

    private static void linear(Map<String, Tensor> tensors, Random random, String name, int rows, int columns) {
        tensors.put(name + ".weight", tensor(random, rows, columns));
        tensors.put(name + ".bias", tensor(random, rows));
    }

    private static void normalisation(Map<String, Tensor> tensors, Random random, String name) {
        tensors.put(name + ".weight", tensor(random, 4));
        tensors.put(name + ".bias", tensor(random, 4));
    }

    private static Tensor tensor(Random random, int... shape) {
        float[] values = new float[Tensor.size(shape)];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return Tensor.of(values, shape);
    }
}
