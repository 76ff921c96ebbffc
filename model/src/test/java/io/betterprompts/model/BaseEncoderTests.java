package io.betterprompts.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

class BaseEncoderTests {

    private static final Weights BASE = BaseEncoder.weights();

    @Test
    void hasEveryTensorOfTheEncoderAndNoOther() {
        assertThat(BASE.tensors()).hasSize(5 + 6 * 16);
        assertThat(BASE.tensors().values().stream()
                        .mapToInt(tensor -> tensor.values().length)
                        .sum())
                .isEqualTo(22_565_376);
        assertThat(BASE.get("embeddings.word_embeddings.weight").shape()).containsExactly(30_522, 384);
        assertThat(BASE.get("embeddings.position_embeddings.weight").shape()).containsExactly(512, 384);
        for (int layer = 0; layer < 6; layer++) {
            assertThat(BASE.get("encoder.layer." + layer + ".intermediate.dense.weight")
                            .shape())
                    .containsExactly(1536, 384);
            assertThat(BASE.get("encoder.layer." + layer + ".output.dense.weight")
                            .shape())
                    .containsExactly(384, 1536);
        }
    }

    /** Read off the file with another program. */
    @Test
    void readsTheValuesThatAreInTheFile() {
        float[] words = BASE.get("embeddings.word_embeddings.weight").values();
        assertThat(words[101 * 384]).isEqualTo(-0.017619397f);
        assertThat(words[words.length - 1]).isEqualTo(0.0045700637f);
        assertThat(BASE.get("encoder.layer.0.attention.output.LayerNorm.bias").values()[17])
                .isEqualTo(-0.048627943f);
    }

    @Test
    void turnsMatricesIntoRowsOfOutputs() {
        float[] wide = BASE.get("encoder.layer.5.intermediate.dense.weight").values();
        assertThat(wide[7 * 384 + 3]).isEqualTo(-0.08346531f);
    }

    @Test
    void refusesAFileWithAnotherHash() {
        assertThatIllegalStateException()
                .isThrownBy(() -> BaseEncoder.pinned("/all-minilm-l6-v2-tokenizer.json", BaseEncoder.ONNX_SHA256))
                .withMessageContaining("has SHA-256 " + BaseEncoder.TOKENIZER_SHA256);
    }

    @Test
    void namesTheFileThatIsMissing() {
        assertThatIllegalStateException()
                .isThrownBy(() -> BaseEncoder.pinned("/absent.onnx", BaseEncoder.ONNX_SHA256))
                .withMessage("/absent.onnx is not on the class path");
    }
}
