package io.betterprompts.local.drill;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Waits, and looks every few milliseconds. */
final class Await {

    private Await() {}

    /** What is not null in the end. */
    static <T> T until(Duration patience, Supplier<@Nullable T> look) {
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            T found = look.get();
            if (found != null) {
                return found;
            }
            if (System.nanoTime() > end) {
                throw new AssertionError("not within " + patience);
            }
            pause(Duration.ofMillis(20));
        }
    }

    static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
