package io.betterprompts.model;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Numbers as little-endian bytes: the order of both the delta and the archive. */
final class LittleEndian {

    private LittleEndian() {}

    static byte[] int32(int value) {
        byte[] bytes = new byte[Integer.BYTES];
        over(bytes).putInt(value);
        return bytes;
    }

    static byte[] floats(float[] values) {
        byte[] bytes = new byte[Math.multiplyExact(Float.BYTES, values.length)];
        over(bytes).asFloatBuffer().put(values);
        return bytes;
    }

    static byte[] halves(float[] values) {
        byte[] bytes = new byte[Math.multiplyExact(Short.BYTES, values.length)];
        ByteBuffer buffer = over(bytes);
        for (float value : values) {
            buffer.putShort(Float.floatToFloat16(value));
        }
        return bytes;
    }

    private static ByteBuffer over(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
