package io.betterprompts.engine.classify;

import ai.djl.engine.Engine;

/** The PyTorch engine of DJL as this project runs it: on one thread, and never asking the network for anything. */
public final class TorchRuntime {

    public static final String NAME = "PyTorch";

    private TorchRuntime() {}

    /**
     * Loads the native libraries on the first call. DJL reads its settings from system properties; one that is already
     * set is respected.
     *
     * @throws ClassifierUnusable if there are no native libraries for this machine
     */
    public static Engine start() {
        set("ai.djl.offline", "true"); // also stops DJL from reporting its use
        set("ai.djl.pytorch.num_threads", "1"); // more were measured slower for one text at a time
        set("ai.djl.pytorch.num_interop_threads", "1");
        try {
            return Engine.getEngine(NAME);
        } catch (RuntimeException | LinkageError e) {
            throw new ClassifierUnusable(
                    "cannot load PyTorch for " + System.getProperty("os.name") + " on " + System.getProperty("os.arch"),
                    e);
        }
    }

    private static void set(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }
}
