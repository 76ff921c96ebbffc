package io.betterprompts.common.testkit;

import java.util.List;
import java.util.Optional;

/**
 * Something as it is when one client after the other uses it. What many clients saw who used it at once is linearizable
 * (Herlihy and Wing, 1990) if it can be told as such a story. Models that are equal answer alike.
 *
 * @param <D> what a client does, with the answer
 */
public interface SequentialModel<D> {

    /** How it is after the deed; empty if, as it is now, it does not answer so. */
    Optional<? extends SequentialModel<D>> after(D deed);

    /** Whether some order explains all answers in which no step comes before one that was answered before it was asked. */
    default boolean explains(List<Step<D>> steps) {
        return new StorySearch<D>().finds(this, steps);
    }
}
