package io.betterprompts.common.snapshot;

import java.time.Duration;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Runs the rehearsals before a snapshot is taken.
 *
 * <p>It registers when Spring has started all beans. What registers last is told first: Spring stops its beans after the
 * rehearsals, and so closes the pool's connections and lets go of the signing key when nothing needs them any more. After a
 * restore Spring starts them again. Where no snapshot is ever taken, nothing of this happens.
 */
public final class Snapshot implements SmartLifecycle, Resource {

    /** Once loads the classes; a few times more lets the JVM compile what is used most. */
    static final int TIMES = 3;

    /**
     * In which the threads end that open the pool's connections: they do after five seconds without work. HTTP connections to
     * AWS that are kept for later end in it, too: each five seconds the JDK closes those that were idle for five.
     */
    public static final Duration REST = Duration.ofSeconds(11);

    private static final Logger log = LoggerFactory.getLogger(Snapshot.class);

    private final Rehearsals rehearsals;
    private final Duration rest;
    private final Start start;
    private boolean registered;

    /**
     * Holds what is to be rehearsed.
     *
     * @param rest after the rehearsals, see {@link #REST}
     * @param start is told of the snapshot and of the restore
     */
    public Snapshot(Rehearsals rehearsals, Duration rest, Start start) {
        this.rehearsals = rehearsals;
        this.rest = rest;
        this.start = start;
    }

    @Override
    public void start() {
        if (!registered) {
            registered = true;
            Core.getGlobalContext().register(this); // which holds it weakly; the application context holds it
        }
    }

    /** On a thread that ends: with it go the buffers in which it read secrets. */
    @Override
    public void beforeCheckpoint(Context<? extends Resource> context) throws InterruptedException {
        start.rehearsing();
        Thread thread = new Thread(() -> rehearsals.run(TIMES), "rehearsals");
        thread.start();
        thread.join();
        Thread.sleep(rest);
    }

    @Override
    public void afterRestore(Context<? extends Resource> context) {
        start.restored();
        log.info("restored from a snapshot");
    }

    /** Spring stops it with the others before the snapshot; it has nothing to let go of. */
    @Override
    public void stop() {}

    @Override
    public boolean isRunning() {
        return registered;
    }
}
