package io.betterprompts.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

class TorchScriptArchiveTests {

    private static final Tensor MATRIX = Tensor.of(new float[] {1, 2, 3, 4, 5, 6}, 2, 3);
    private static final List<Object> NO_HOOKS = List.of("collections.OrderedDict", List.of());

    private final TorchScriptArchive archive = new TorchScriptArchive("top");

    @Test
    void namesConstantsInTheirOrder() {
        assertThat(archive.floats(MATRIX)).isEqualTo("CONSTANTS.c0");
        assertThat(archive.halves(MATRIX)).isEqualTo("CONSTANTS.c1");
        assertThat(archive.bytes(new byte[] {1}, 1)).isEqualTo("CONSTANTS.c2");
        assertThat(archive.packedLinear(new byte[6], 0.5, 2, 3)).isEqualTo("CONSTANTS.c3");
    }

    @Test
    void describesATensorByStorageShapeAndStrides() throws IOException {
        archive.floats(MATRIX);

        Map<String, byte[]> entries = entries(archive.written(""));

        assertThat(PickleReader.read(content(entries, "top/constants.pkl")))
                .isEqualTo(List.of(List.of(
                        "torch._utils._rebuild_tensor_v2",
                        List.of(
                                Map.of("storage", List.of("storage", "torch.FloatStorage", "0", "cpu", 6)),
                                0,
                                List.of(2, 3),
                                List.of(3, 1),
                                false,
                                NO_HOOKS))));
        assertThat(content(entries, "top/constants/0")).isEqualTo(LittleEndian.floats(MATRIX.values()));
    }

    @Test
    void packsAMatrixWithItsScaleAndABiasOfZeros() throws IOException {
        archive.packedLinear(new byte[] {1, 2, 3, 4, 5, 6}, 0.25, 2, 3);

        Map<String, byte[]> entries = entries(archive.written(""));

        String constants =
                PickleReader.read(content(entries, "top/constants.pkl")).toString();
        assertThat(constants)
                .contains(
                        "LinearPackedParamsBase", "torch.QInt8Storage, 0, cpu, 6", "torch.per_tensor_affine, 0.25, 0");
        assertThat(content(entries, "top/constants/0")).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(content(entries, "top/constants/1")).isEqualTo(new byte[8]);
    }

    @Test
    void storesHalvesInTwoBytes() throws IOException {
        archive.halves(Tensor.of(new float[] {1, -2, 0.5f}, 3));

        byte[] halves = content(entries(archive.written("")), "top/constants/0");

        assertThat(halves).containsExactly(0x00, 0x3c, 0x00, 0xc0, 0x00, 0x38);
    }

    @Test
    void holdsTheCodeAndTheModuleThatRunsIt() throws IOException {
        Map<String, byte[]> entries = entries(archive.written("class Classifier(Module):\n"));

        assertThat(entries)
                .containsKeys("top/version", "top/byteorder", "top/code/__torch__/torch/classes/quantized.py");
        assertThat(new String(content(entries, "top/code/__torch__.py"), StandardCharsets.UTF_8))
                .isEqualTo("class Classifier(Module):\n");
        assertThat(PickleReader.read(content(entries, "top/data.pkl")))
                .isEqualTo(List.of(List.of("__torch__.Classifier", List.of()), Map.of()));
    }

    private static byte[] content(Map<String, byte[]> entries, String name) {
        byte[] content = entries.get(name);
        assertThat(content).as(name).isNotNull();
        return content == null ? new byte[0] : content;
    }

    private static Map<String, byte[]> entries(byte[] archive) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                assertThat(entry.getMethod())
                        .as("libtorch reads stored entries only")
                        .isEqualTo(ZipEntry.STORED);
                entries.put(entry.getName(), zip.readAllBytes());
            }
        }
        return entries;
    }
}
