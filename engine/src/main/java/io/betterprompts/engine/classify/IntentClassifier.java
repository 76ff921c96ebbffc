package io.betterprompts.engine.classify;

/** Tells what kind of task a prompt is. Thread-safe and deterministic: the same text gives the same answer. */
public interface IntentClassifier {

    /**
     * Classifies a prompt of any length; how much of a long one is read is the implementation's to document.
     *
     * @param text the raw prompt, not blank
     */
    Classification classify(String text);

    /** Identifies the weights, such as {@code minilm-l6-h384-intent/3f2a91c04d7e}; it changes whenever they do. */
    String modelId();
}
