package io.betterprompts.infra;

/** What the functions run on. */
enum Processor {
    AARCH64("linux-aarch64"),
    X86_64("linux-x86_64");

    private final String natives;

    Processor(String natives) {
        this.natives = natives;
    }

    /** The one whose libtorch is in the engine layer, so that layer and functions cannot differ. */
    static Processor of(LambdaArchive engineLayer) {
        Processor found = null;
        for (Processor processor : values()) {
            if (engineLayer.holds("-" + processor.natives + ".jar")) {
                if (found != null) {
                    throw new UnusableArtifact(engineLayer.file() + " holds libtorch for two processors");
                }
                found = processor;
            }
        }
        if (found == null) {
            throw new UnusableArtifact(engineLayer.file() + " holds no libtorch for Lambda");
        }
        return found;
    }
}
