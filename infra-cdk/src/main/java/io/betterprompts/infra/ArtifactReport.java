package io.betterprompts.infra;

import java.io.PrintStream;
import java.nio.file.Path;

/** Prints the size of all that goes to Lambda; fails if Lambda would not take it. */
final class ArtifactReport {

    private ArtifactReport() {}

    /** Takes the repository's folder. */
    public static void main(String... arguments) {
        try {
            print(new Artifacts(Path.of(arguments[0])), System.out);
        } catch (UnusableArtifact e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    static void print(Artifacts artifacts, PrintStream out) {
        LambdaArchive layer = artifacts.engineLayer();
        out.printf(
                "%-13s %,13d bytes, %,13d unzipped, for %s%n",
                "engine layer", layer.bytes(), layer.unzippedBytes(), Processor.of(layer));
        out.printf(
                "%-13s %,13d bytes unpacked into /tmp, of %,d; for %s%n",
                "natives", artifacts.nativeBytes(), Artifacts.MAX_NATIVE_BYTES, artifacts.natives());
        for (ProductFunction function : ProductFunction.values()) {
            LambdaArchive archive = artifacts.of(function);
            out.printf(
                    "%-13s %,13d bytes, %,13d unzipped with its layer, of %,d%n",
                    function.id(),
                    archive.bytes(),
                    artifacts.unzippedBytes(function, archive),
                    Artifacts.MAX_UNZIPPED_BYTES);
        }
    }
}
