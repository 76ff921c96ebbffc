package io.betterprompts.common.snapshot;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All that a function rehearses. One that fails keeps no other from being run. */
public final class Rehearsals {

    private static final Logger log = LoggerFactory.getLogger(Rehearsals.class);

    private final List<Rehearsal> rehearsals;

    public Rehearsals(List<Rehearsal> rehearsals) {
        this.rehearsals = List.copyOf(rehearsals);
    }

    /** One after the other, each so many times. */
    void run(int times) {
        long start = System.nanoTime();
        rehearsals.forEach(rehearsal -> run(rehearsal, times));
        tell(start);
    }

    /** All at the same time, each once. Waits until the last has ended. */
    void runAtOnce() {
        long start = System.nanoTime();
        try (ExecutorService threads =
                Executors.newThreadPerTaskExecutor(Thread.ofPlatform().factory())) {
            rehearsals.forEach(rehearsal -> threads.execute(() -> run(rehearsal, 1)));
        }
        tell(start);
    }

    private static void run(Rehearsal rehearsal, int times) {
        try {
            for (int i = 0; i < times; i++) {
                rehearsal.run();
            }
        } catch (RuntimeException e) {
            log.warn("a rehearsal failed; the first requests will take longer", e);
        }
    }

    private void tell(long start) {
        log.info("{} rehearsals took {} ms", rehearsals.size(), (System.nanoTime() - start) / 1_000_000);
    }
}
