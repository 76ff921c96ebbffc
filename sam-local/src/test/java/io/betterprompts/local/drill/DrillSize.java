package io.betterprompts.local.drill;

/** How much is done: by {@code make drill} much, by {@code make test} what shows each fault once. */
final class DrillSize {

    private static final boolean LONG = Boolean.getBoolean("drill.long");

    private DrillSize() {}

    static int of(int few, int many) {
        return LONG ? many : few;
    }
}
