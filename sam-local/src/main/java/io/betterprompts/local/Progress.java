package io.betterprompts.local;

import java.io.PrintStream;
import java.util.Locale;
import java.util.function.Supplier;

/** Tells the person who waits what is going on and how long it took. */
final class Progress {

    private final PrintStream out;
    private final long start = System.nanoTime();

    Progress(PrintStream out) {
        this.out = out;
    }

    <T> T step(String what, Supplier<T> work) {
        out.printf(Locale.ROOT, "  %-58s", what + " …");
        out.flush();
        long begun = System.nanoTime();
        T result = work.get();
        out.printf(Locale.ROOT, "%6.1f s%n", (System.nanoTime() - begun) / 1e9);
        return result;
    }

    double seconds() {
        return (System.nanoTime() - start) / 1e9;
    }

    PrintStream out() {
        return out;
    }
}
