package io.betterprompts.model;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The file a {@link WeightDelta} is kept in. Little-endian:
 *
 * <pre>
 * 8 bytes  magic "BPDELTA\0"
 * int32    version, 1
 * 32 bytes SHA-256 of the base's ONNX file
 * int32    number of tensors, and for each
 *   uint8    kind: 0 values, 1 row-scaled difference
 *   uint16   length of the name, then the name in UTF-8
 *   uint8    number of dimensions, then each as int32
 *   kind 0:  every value as float32
 *   kind 1:  one float32 scale a row, then every value as int8
 * 32 bytes SHA-256 of everything before
 * </pre>
 */
public final class WeightDeltaFile {

    private static final byte[] MAGIC = "BPDELTA\0".getBytes(StandardCharsets.US_ASCII);
    private static final int VERSION = 1;
    private static final int HASH_LENGTH = 32;
    private static final byte VALUES = 0;
    private static final byte DIFFERENCE = 1;

    private WeightDeltaFile() {}

    public static void write(WeightDelta delta, Path file) {
        try {
            Files.write(file, encode(delta));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The delta in a file.
     *
     * @throws IllegalArgumentException if the file is damaged, of another version or for another base
     */
    public static WeightDelta read(Path file) {
        try {
            return decode(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] encode(WeightDelta delta) {
        Output out = new Output();
        out.bytes(MAGIC).int32(VERSION).bytes(HexFormat.of().parseHex(delta.baseSha256()));
        out.int32(delta.values().size() + delta.differences().size());
        delta.values()
                .forEach((name, tensor) ->
                        out.header(VALUES, name, tensor.shape()).floats(tensor.values()));
        delta.differences()
                .forEach((name, rows) -> out.header(DIFFERENCE, name, rows.shape())
                        .floats(rows.scales())
                        .bytes(rows.bytes()));
        byte[] content = out.toByteArray();
        return out.bytes(hash(content, content.length)).toByteArray();
    }

    static WeightDelta decode(byte[] file) {
        int contentLength = file.length - HASH_LENGTH;
        if (contentLength < 0 || !Arrays.equals(file, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            throw new IllegalArgumentException("not a weight delta");
        }
        byte[] hash = Arrays.copyOfRange(file, contentLength, file.length);
        if (!Arrays.equals(hash, hash(file, contentLength))) {
            throw new IllegalArgumentException("the weight delta is damaged: its hash does not match");
        }
        ByteBuffer content = ByteBuffer.wrap(file, 0, contentLength).order(ByteOrder.LITTLE_ENDIAN);
        try {
            return content(content.position(MAGIC.length));
        } catch (BufferUnderflowException e) {
            throw new IllegalArgumentException("the weight delta ends too early", e);
        }
    }

    private static WeightDelta content(ByteBuffer in) {
        int version = in.getInt();
        if (version != VERSION) {
            throw new IllegalArgumentException("weight delta version " + version + ", known is " + VERSION);
        }
        String base = HexFormat.of().formatHex(bytes(in, HASH_LENGTH));
        if (!base.equals(BaseEncoder.ONNX_SHA256)) {
            throw new IllegalArgumentException("the weight delta is for the base " + base);
        }
        SortedMap<String, RowQuantised> differences = new TreeMap<>();
        SortedMap<String, Tensor> values = new TreeMap<>();
        for (int left = in.getInt(); left > 0; left--) {
            tensor(in, differences, values);
        }
        return new WeightDelta(base, differences, values);
    }

    private static void tensor(
            ByteBuffer in, SortedMap<String, RowQuantised> differences, SortedMap<String, Tensor> values) {
        byte kind = in.get();
        String name = new String(bytes(in, Short.toUnsignedInt(in.getShort())), StandardCharsets.UTF_8);
        int[] shape = new int[Byte.toUnsignedInt(in.get())];
        Arrays.setAll(shape, i -> in.getInt());
        switch (kind) {
            case VALUES -> values.put(name, Tensor.of(floats(in, Tensor.size(shape)), shape));
            case DIFFERENCE ->
                differences.put(name, new RowQuantised(shape, floats(in, shape[0]), bytes(in, Tensor.size(shape))));
            default -> throw new IllegalArgumentException("tensor " + name + " of unknown kind " + kind);
        }
    }

    private static byte[] bytes(ByteBuffer in, int count) {
        byte[] bytes = new byte[count];
        in.get(bytes);
        return bytes;
    }

    private static float[] floats(ByteBuffer in, int count) {
        float[] floats = new float[count];
        for (int i = 0; i < count; i++) {
            floats[i] = in.getFloat();
        }
        return floats;
    }

    private static byte[] hash(byte[] bytes, int length) {
        return HexFormat.of().parseHex(Sha256.of(Arrays.copyOf(bytes, length)));
    }

    private static final class Output {

        private final ByteArrayOutputStream out = new ByteArrayOutputStream();

        Output bytes(byte... bytes) {
            out.writeBytes(bytes);
            return this;
        }

        Output int32(int value) {
            return bytes(LittleEndian.int32(value));
        }

        Output floats(float... values) {
            return bytes(LittleEndian.floats(values));
        }

        Output header(byte kind, String name, int... shape) {
            byte[] utf8 = name.getBytes(StandardCharsets.UTF_8);
            bytes(kind, (byte) utf8.length, (byte) (utf8.length >>> 8))
                    .bytes(utf8)
                    .bytes((byte) shape.length);
            for (int dimension : shape) {
                int32(dimension);
            }
            return this;
        }

        byte[] toByteArray() {
            return out.toByteArray();
        }
    }
}
