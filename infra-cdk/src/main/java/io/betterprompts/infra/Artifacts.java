package io.betterprompts.infra;

import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

/**
 * What {@code make package} built, by where it is. Whatever is handed out is what Lambda takes: each function holds its
 * main class, and with its layer stays below the limit.
 *
 * @param root the repository's folder
 */
record Artifacts(Path root) {

    /** What a function and its layers may have together when they are unzipped. */
    static final long MAX_UNZIPPED_BYTES = 262_144_000;

    /** With SnapStart, /tmp has 512 MB. Some is left for whatever else goes there. */
    static final long MAX_NATIVE_BYTES = 450_000_000;

    LambdaArchive engineLayer() {
        return LambdaArchive.read(root.resolve("engine-layer/target/engine-layer.zip"));
    }

    /**
     * What the layer's native libraries take when they are unpacked.
     *
     * @throws UnusableArtifact if they would not leave enough of /tmp
     */
    long nativeBytes() {
        long bytes = engineLayer().nativeBytes();
        if (bytes > MAX_NATIVE_BYTES) {
            throw new UnusableArtifact(
                    "the layer's natives have %,d bytes unpacked, of %,d at most. They are %s; GNU binutils on a machine of the same processor strip them"
                            .formatted(bytes, MAX_NATIVE_BYTES, natives()));
        }
        return bytes;
    }

    /** For what platform the layer was made, and whether its natives were stripped. */
    String natives() {
        return engineLayer().text("natives.txt").orElse("of unknown origin");
    }

    LambdaArchive of(ProductFunction function) {
        String id = function.id();
        LambdaArchive archive = LambdaArchive.read(root.resolve("functions/" + id + "/target/" + id + "-lambda.zip"));
        if (!archive.holdsClass(function.mainClass())) {
            throw new UnusableArtifact(archive.file() + " does not hold " + function.mainClass());
        }
        refuseLibrariesOfTheLayer(function, archive);
        long unzipped = unzippedBytes(function, archive);
        if (unzipped > MAX_UNZIPPED_BYTES) {
            throw new UnusableArtifact("%s has %,d bytes unzipped with its layer; Lambda takes %,d"
                    .formatted(id, unzipped, MAX_UNZIPPED_BYTES));
        }
        return archive;
    }

    /** The function's own would hide the layer's, unseen and in whichever version it has. */
    private void refuseLibrariesOfTheLayer(ProductFunction function, LambdaArchive archive) {
        if (function.needs(ProductFunction.Need.ENGINE_LAYER)) {
            Set<String> both = new TreeSet<>(archive.libraries());
            both.retainAll(engineLayer().libraries());
            if (!both.isEmpty()) {
                throw new UnusableArtifact(archive.file() + " holds what is in the layer too: " + both);
            }
        }
    }

    /** With the layer, for a function that has it. */
    long unzippedBytes(ProductFunction function, LambdaArchive archive) {
        return archive.unzippedBytes()
                + (function.needs(ProductFunction.Need.ENGINE_LAYER)
                        ? engineLayer().unzippedBytes()
                        : 0);
    }
}
