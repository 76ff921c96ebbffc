package io.betterprompts.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class OnnxFileTests {

    @Test
    void readsFloatsAndWhichNodeMultipliesByThem() {
        byte[] graph = message(
                field(2, "a graph's name"),
                field(1, node("/layer/MatMul", "MatMul", "state", "onnx::MatMul_1")),
                field(1, node("/layer/Add", "Add", "state", "layer.bias")),
                field(1, node("/attention/MatMul", "MatMul", "query", "key")),
                field(5, tensor("layer.bias", 1, LittleEndian.floats(new float[] {1.5f, -2}), varint(1, 2))),
                field(5, tensor("onnx::MatMul_1", 1, LittleEndian.floats(new float[] {1, 2, 3}), field(1, new byte[] {
                    3, 1
                }))),
                field(5, tensor("positions", 7, new byte[8], varint(1, 1))));

        OnnxFile onnx = OnnxFile.parse(ByteBuffer.wrap(message(varint(1, 300), field(7, graph))));

        assertThat(onnx.initialisers()).containsOnlyKeys("layer.bias", "onnx::MatMul_1");
        assertThat(tensor(onnx.initialisers(), "layer.bias").values()).containsExactly(1.5f, -2);
        assertThat(onnx.matMuls()).containsOnlyKeys("/layer/MatMul");
        assertThat(tensor(onnx.matMuls(), "/layer/MatMul").shape()).containsExactly(3, 1);
    }

    @Test
    void skipsFixedWidthFields() {
        byte[] fixed = message(tag(3, 1), new byte[8], tag(4, 5), new byte[4], varint(5, 1));

        ProtobufReader reader = new ProtobufReader(ByteBuffer.wrap(fixed));
        reader.next();
        reader.skip();
        reader.next();
        reader.skip();

        assertThat(reader.next()).isTrue();
        assertThat(reader.field()).isEqualTo(5);
        assertThat(reader.varint()).isEqualTo(1);
        assertThat(reader.next()).isFalse();
    }

    @Test
    void refusesWhatIsNoProtocolBuffer() {
        byte[] group = tag(1, 3);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> OnnxFile.parse(ByteBuffer.wrap(group)))
                .withMessage("wire type 3");
    }

    private static Tensor tensor(Map<String, Tensor> tensors, String name) {
        return new Weights(new TreeMap<>(tensors)).get(name);
    }

    private static byte[] node(String name, String operation, String... inputs) {
        byte[][] fields = new byte[inputs.length + 2][];
        for (int i = 0; i < inputs.length; i++) {
            fields[i] = field(1, inputs[i]);
        }
        fields[inputs.length] = field(3, name);
        fields[inputs.length + 1] = field(4, operation);
        return message(fields);
    }

    private static byte[] tensor(String name, int type, byte[] raw, byte[] dimensions) {
        return message(dimensions, varint(2, type), field(8, name), field(9, raw));
    }

    private static byte[] message(byte[]... fields) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] field : fields) {
            out.writeBytes(field);
        }
        return out.toByteArray();
    }

    private static byte[] field(int number, String text) {
        return field(number, text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] field(int number, byte[] content) {
        return message(tag(number, 2), number(content.length), content);
    }

    private static byte[] varint(int field, int value) {
        return message(tag(field, 0), number(value));
    }

    private static byte[] tag(int field, int wireType) {
        return number((field << 3) | wireType);
    }

    private static byte[] number(int value) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int rest = value;
        while (rest > 0x7f) {
            out.write((rest & 0x7f) | 0x80);
            rest >>>= 7;
        }
        out.write(rest);
        return out.toByteArray();
    }
}
