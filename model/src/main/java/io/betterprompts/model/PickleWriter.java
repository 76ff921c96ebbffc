package io.betterprompts.model;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Writes the opcodes of pickle protocol 2 that a TorchScript archive needs. Stack discipline is the caller's. */
final class PickleWriter {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    PickleWriter() {
        opcode(0x80).opcode(2);
    }

    PickleWriter mark() {
        return opcode('(');
    }

    /** Everything since the mark as one tuple. */
    PickleWriter tuple() {
        return opcode('t');
    }

    PickleWriter pair() {
        return opcode(0x86);
    }

    PickleWriter emptyTuple() {
        return opcode(')');
    }

    PickleWriter emptyDictionary() {
        return opcode('}');
    }

    /** Everything since the mark into the dictionary below it. */
    PickleWriter setItems() {
        return opcode('u');
    }

    PickleWriter global(String module, String name) {
        return opcode('c').text(module + "\n" + name + "\n");
    }

    /** Calls the callable with the tuple above it. */
    PickleWriter reduce() {
        return opcode('R');
    }

    /** Creates an object of the class with the tuple above it. */
    PickleWriter newObject() {
        return opcode(0x81);
    }

    /** Gives the object the state above it. */
    PickleWriter build() {
        return opcode('b');
    }

    PickleWriter persistentId() {
        return opcode('Q');
    }

    PickleWriter no() {
        return opcode(0x89);
    }

    PickleWriter integer(int value) {
        return opcode('J').bytes(LittleEndian.int32(value));
    }

    /** The one number pickle keeps big-endian. */
    PickleWriter real(double value) {
        opcode('G');
        long bits = Double.doubleToLongBits(value);
        for (int shift = Long.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
            opcode((int) (bits >>> shift));
        }
        return this;
    }

    PickleWriter string(String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        return opcode('X').bytes(LittleEndian.int32(utf8.length)).bytes(utf8);
    }

    PickleWriter integers(int... values) {
        mark();
        for (int value : values) {
            integer(value);
        }
        return tuple();
    }

    /** Ends the pickle. */
    byte[] stop() {
        return opcode('.').out.toByteArray();
    }

    private PickleWriter text(String ascii) {
        return bytes(ascii.getBytes(StandardCharsets.US_ASCII));
    }

    private PickleWriter bytes(byte[] bytes) {
        out.writeBytes(bytes);
        return this;
    }

    private PickleWriter opcode(int code) {
        out.write(code);
        return this;
    }
}
