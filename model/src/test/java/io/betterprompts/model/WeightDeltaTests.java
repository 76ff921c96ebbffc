package io.betterprompts.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WeightDeltaTests {

    private static final float LARGEST_CHANGE = 0.02f;

    private final Random random = new Random(7);
    private final Weights base = new Weights(new TreeMap<>(Map.of(
            "encoder.layer.0.weight", matrix(1), "encoder.layer.0.bias", vector(), "embeddings.weight", matrix(1))));
    private final Weights trained = new Weights(new TreeMap<>(Map.of(
            "encoder.layer.0.weight",
            base.get("encoder.layer.0.weight").plus(matrix(LARGEST_CHANGE)),
            "encoder.layer.0.bias",
            vector(),
            Weights.HEAD_WEIGHT,
            matrix(1))));
    private final WeightDelta delta = WeightDelta.between(base, trained.tensors());

    @Test
    void isPreciseSinceTheDifferencesAreSmall() {
        Weights merged = delta.appliedTo(base);

        float[] exact = trained.get("encoder.layer.0.weight").values();
        float[] rounded = merged.get("encoder.layer.0.weight").values();
        for (int i = 0; i < exact.length; i++) {
            assertThat(rounded[i]).isCloseTo(exact[i], within(LARGEST_CHANGE / RowQuantised.MAX / 2 * 1.01f));
        }
    }

    @Test
    void keepsVectorsAndTheHeadExactly() {
        Weights merged = delta.appliedTo(base);

        assertThat(merged.get("encoder.layer.0.bias").values())
                .isEqualTo(trained.get("encoder.layer.0.bias").values());
        assertThat(merged.get(Weights.HEAD_WEIGHT).values())
                .isEqualTo(trained.get(Weights.HEAD_WEIGHT).values());
    }

    @Test
    void leavesTheRestOfTheBaseAlone() {
        assertThat(delta.appliedTo(base).get("embeddings.weight")).isSameAs(base.get("embeddings.weight"));
    }

    @Test
    void comesBackFromItsFile(@TempDir Path folder) {
        Path file = folder.resolve("delta");
        WeightDeltaFile.write(delta, file);

        Weights merged = WeightDeltaFile.read(file).appliedTo(base);

        Weights direct = delta.appliedTo(base);
        assertThat(merged.tensors()).containsOnlyKeys(direct.tensors().keySet());
        direct.tensors().forEach((name, tensor) -> {
            assertThat(merged.get(name).shape()).isEqualTo(tensor.shape());
            assertThat(merged.get(name).values()).isEqualTo(tensor.values());
        });
    }

    @Test
    void refusesAFileWithOneBitChanged() {
        byte[] file = WeightDeltaFile.encode(delta);
        file[file.length / 2] ^= 4;

        assertThatIllegalArgumentException()
                .isThrownBy(() -> WeightDeltaFile.decode(file))
                .withMessageContaining("damaged");
    }

    @Test
    void refusesAnythingElse() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WeightDeltaFile.decode(new byte[100]))
                .withMessage("not a weight delta");
        assertThatIllegalArgumentException().isThrownBy(() -> WeightDeltaFile.decode(new byte[3]));
    }

    @Test
    void refusesAnotherBase() {
        String other = "00".repeat(32);
        byte[] file = WeightDeltaFile.encode(new WeightDelta(other, delta.differences(), delta.values()));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> WeightDeltaFile.decode(file))
                .withMessageContaining(other);
    }

    @Test
    void refusesAnotherVersion() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WeightDeltaFile.decode(resealed(8, (byte) 2)))
                .withMessage("weight delta version 2, known is 1");
    }

    @Test
    void refusesMoreTensorsThanItHolds() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WeightDeltaFile.decode(resealed(44, (byte) 9)))
                .withMessage("the weight delta ends too early");
    }

    /** The file with one byte changed and a hash that matches again. */
    private byte[] resealed(int position, byte value) {
        byte[] file = WeightDeltaFile.encode(delta);
        file[position] = value;
        byte[] content = Arrays.copyOf(file, file.length - 32);
        byte[] hash = HexFormat.of().parseHex(Sha256.of(content));
        System.arraycopy(hash, 0, file, content.length, hash.length);
        return file;
    }

    private Tensor matrix(float largest) {
        float[] values = new float[6];
        for (int i = 0; i < values.length; i++) {
            values[i] = (random.nextFloat() * 2 - 1) * largest;
        }
        return Tensor.of(values, 2, 3);
    }

    private Tensor vector() {
        return Tensor.of(new float[] {random.nextFloat(), random.nextFloat()}, 2);
    }
}
