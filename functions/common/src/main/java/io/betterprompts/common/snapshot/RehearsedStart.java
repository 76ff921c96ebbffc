package io.betterprompts.common.snapshot;

import org.springframework.context.SmartLifecycle;

/**
 * Rehearses when Spring has started all beans, where no snapshot is ever taken and nobody is let in before: what the first
 * requests would otherwise wait for is then done. Once, because a person waits for it.
 */
public final class RehearsedStart implements SmartLifecycle {

    private final Rehearsals rehearsals;
    private final Start start;
    private boolean running;

    public RehearsedStart(Rehearsals rehearsals, Start start) {
        this.rehearsals = rehearsals;
        this.start = start;
    }

    @Override
    public void start() {
        running = true;
        start.rehearsing();
        rehearsals.runAtOnce();
        start.rehearsed();
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
