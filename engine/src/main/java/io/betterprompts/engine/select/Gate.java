package io.betterprompts.engine.select;

/** What kept a technique out, in the order in which gates are tried: the later one is the nearer miss. */
public enum Gate {
    /** The user excluded it. */
    EXCLUDED,
    /** It is used only when the user prefers it. */
    OPT_IN,
    INTENT,
    MODEL_CLASS,
    COMPLEXITY,
    /** The prompt or the context lacks what it needs. */
    MISSING_SIGNAL,
    /** The prompt says it already, or says something it would spoil. */
    RULED_OUT,
    CONFLICT,
    /** There is no text for it in the prompt's language, or nothing in the prompt to name in it. */
    NO_TEXT,
    BUDGET,
    /** Its edit broke an invariant and was dropped. */
    INVARIANT,
    /** The prompt has this very edit already. */
    ALREADY_THERE
}
