package io.betterprompts.engine.classify;

/** What {@link TorchIntentClassifier} is about to do while it loads, for a caller that shows progress. */
public enum LoadStep {
    /** Takes seconds when the libraries have to be unpacked first, into {@code DJL_CACHE_DIR} or the home folder. */
    NATIVE_LIBRARIES,
    TOKENIZER,
    WEIGHTS,
    SELF_TEST
}
