package io.betterprompts.load;

import java.util.Locale;

/**
 * Something that must hold on two cores.
 *
 * @param measured with its unit
 */
record Bar(String name, String measured, boolean holds) {

    static Bar atMost(String name, long most, long measured, String unit) {
        return new Bar(name, measured + " " + unit, measured <= most);
    }

    static Bar atLeast(String name, double least, double measured, String unit) {
        return new Bar(name, String.format(Locale.ROOT, "%,.0f %s", measured, unit), measured >= least);
    }

    String line() {
        return "| " + name + " | " + measured + " | " + (holds ? "holds" : "**fails**") + " |";
    }
}
