package io.betterprompts.engine.select;

import io.betterprompts.engine.classify.Intent;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A fact a kind of prompt needs.
 *
 * @param id names its question in the language packs
 * @param slot the key of its answer; several slots of one key ask the same of different prompts
 * @param fills the component of the context an answer goes into; empty for an answer that has a text of its own
 * @param when signals that must all hold; {@code a|b} holds when one of them does
 * @param unless signals of which none may hold
 */
public record Slot(
        String id, String slot, Optional<String> fills, Set<Intent> intents, List<String> when, List<String> unless) {

    public Slot {
        intents = Set.copyOf(intents);
        when = List.copyOf(when);
        unless = List.copyOf(unless);
    }

    /** The signal a prompt has once this was answered. */
    public String answeredSignal() {
        return fills.map(component -> "given_" + component).orElse("answered_" + slot);
    }
}
