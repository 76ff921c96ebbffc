package io.betterprompts.model;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Walks the fields of one Protocol Buffers message: as much of the wire format as an ONNX file uses. */
final class ProtobufReader {

    private static final int VARINT = 0;
    private static final int FIXED64 = 1;
    private static final int LENGTH_DELIMITED = 2;
    private static final int FIXED32 = 5;

    private final ByteBuffer bytes;
    private int tag;

    ProtobufReader(ByteBuffer message) {
        bytes = message.slice().order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Moves to the next field; false at the end of the message. */
    boolean next() {
        if (!bytes.hasRemaining()) {
            return false;
        }
        tag = Math.toIntExact(varint());
        return true;
    }

    int field() {
        return tag >>> 3;
    }

    boolean isPacked() {
        return (tag & 7) == LENGTH_DELIMITED;
    }

    boolean hasRemaining() {
        return bytes.hasRemaining();
    }

    long varint() {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            byte next = bytes.get();
            value |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new IllegalArgumentException("a varint of more than ten bytes");
    }

    ByteBuffer block() {
        int length = Math.toIntExact(varint());
        ByteBuffer block = bytes.slice(bytes.position(), length).order(ByteOrder.LITTLE_ENDIAN);
        skipBytes(length);
        return block;
    }

    ProtobufReader message() {
        return new ProtobufReader(block());
    }

    String text() {
        return StandardCharsets.UTF_8.decode(block()).toString();
    }

    void skip() {
        switch (tag & 7) {
            case VARINT -> varint();
            case FIXED64 -> skipBytes(Long.BYTES);
            case LENGTH_DELIMITED -> block();
            case FIXED32 -> skipBytes(Integer.BYTES);
            default -> throw new IllegalArgumentException("wire type " + (tag & 7));
        }
    }

    private void skipBytes(int count) {
        bytes.position(bytes.position() + count);
    }
}
