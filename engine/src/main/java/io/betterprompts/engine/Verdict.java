package io.betterprompts.engine;

/** Whether anything was added. */
public enum Verdict {
    ENHANCED,
    UNCHANGED
}
