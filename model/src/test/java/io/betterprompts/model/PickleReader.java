package io.betterprompts.model;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs the opcodes of a pickle on a stack, calls and objects kept as lists of what they were made from. */
final class PickleReader {

    private static final Object MARK = new Object();

    private final ByteBuffer bytes;
    private final List<Object> stack = new ArrayList<>();

    private PickleReader(byte[] pickle) {
        bytes = ByteBuffer.wrap(pickle).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** The one object the pickle leaves; an assertion error if it leaves more or less. */
    static Object read(byte[] pickle) {
        PickleReader reader = new PickleReader(pickle);
        for (int code = reader.code(); code != '.'; code = reader.code()) {
            reader.run(code);
        }
        if (reader.stack.size() != 1 || reader.bytes.hasRemaining()) {
            throw new AssertionError(reader.stack.size() + " objects left");
        }
        return reader.pop();
    }

    private void run(int code) {
        switch (code) {
            case 0x80 -> require(code() == 2);
            case '(' -> stack.add(MARK);
            case ')' -> stack.add(List.of());
            case '}' -> stack.add(new LinkedHashMap<>());
            case 't' -> stack.add(sinceMark());
            case 'u' -> require(sinceMark().isEmpty());
            case 'c' -> stack.add(line() + "." + line());
            case 'X' -> stack.add(text(bytes.getInt()));
            case 'J' -> stack.add(bytes.getInt());
            case 'G' -> stack.add(bytes.order(ByteOrder.BIG_ENDIAN).getDouble());
            case 0x89 -> stack.add(false);
            case 'Q' -> stack.add(Map.of("storage", pop()));
            case 'R', 0x81, 'b', 0x86 -> pairTop();
            default -> throw new AssertionError("opcode " + code);
        }
        bytes.order(ByteOrder.LITTLE_ENDIAN);
    }

    private void pairTop() {
        Object second = pop();
        stack.add(List.of(pop(), second));
    }

    private List<Object> sinceMark() {
        int mark = stack.lastIndexOf(MARK);
        List<Object> above = new ArrayList<>(stack.subList(mark + 1, stack.size()));
        stack.subList(mark, stack.size()).clear();
        return above;
    }

    private Object pop() {
        Object top = stack.removeLast();
        require(top != MARK);
        return top;
    }

    private String line() {
        StringBuilder line = new StringBuilder();
        for (int next = code(); next != '\n'; next = code()) {
            line.append((char) next);
        }
        return line.toString();
    }

    private String text(int length) {
        byte[] utf8 = new byte[length];
        bytes.get(utf8);
        return new String(utf8, StandardCharsets.UTF_8);
    }

    private int code() {
        return Byte.toUnsignedInt(bytes.get());
    }

    private static void require(boolean condition) {
        if (!condition) {
            throw new AssertionError();
        }
    }
}
