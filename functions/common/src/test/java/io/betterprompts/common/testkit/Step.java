package io.betterprompts.common.testkit;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/** Something a client did, and when. Times are of {@link System#nanoTime()}. */
public record Step<D>(long asked, long answered, D deed) {

    /** Does it. */
    public static <D> Step<D> timed(Supplier<D> deed) {
        long asked = System.nanoTime();
        D done = deed.get();
        return new Step<>(asked, System.nanoTime(), done);
    }

    /** What all clients did who did it at the same time. */
    public static <D> List<Step<D>> of(List<Callable<List<Step<D>>>> clients, ExecutorService threads)
            throws InterruptedException {
        return threads.invokeAll(clients).stream()
                .map(Future::resultNow)
                .flatMap(List::stream)
                .toList();
    }
}
