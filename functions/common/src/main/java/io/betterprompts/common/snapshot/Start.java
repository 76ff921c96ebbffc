package io.betterprompts.common.snapshot;

import java.util.concurrent.atomic.AtomicReference;

/** How the process came to be what the next request finds. */
public final class Start {

    private final AtomicReference<State> state = new AtomicReference<>(State.COLD);

    /** What a request finds, and by having come leaves warm; a rehearsal goes on until the restore. */
    public State next() {
        return state.getAndUpdate(now -> now == State.REHEARSAL ? now : State.WARM);
    }

    void rehearsing() {
        state.set(State.REHEARSAL);
    }

    /** Nobody's request has come yet. */
    void rehearsed() {
        state.set(State.COLD);
    }

    void restored() {
        state.set(State.RESTORED);
    }

    /** What a request finds. */
    public enum State {
        /** It is the first, and no snapshot was taken. */
        COLD,
        /** It is none of a user's. */
        REHEARSAL,
        /** It is the first after the restore. */
        RESTORED,
        /** Others came before it. */
        WARM
    }
}
