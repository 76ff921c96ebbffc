package io.betterprompts.infra;

import java.nio.file.Path;

/**
 * What {@code make package} built, by where it is. Whatever is handed out is what Lambda takes: each function holds its
 * main class, and with its layer stays below the limit.
 *
 * @param root the repository's folder
 */
record Artifacts(Path root) {

    /** What a function and its layers may have together when they are unzipped. */
    static final long MAX_UNZIPPED_BYTES = 262_144_000;

    LambdaArchive engineLayer() {
        return LambdaArchive.read(root.resolve("engine-layer/target/engine-layer.zip"));
    }

    LambdaArchive of(ProductFunction function) {
        String id = function.id();
        LambdaArchive archive = LambdaArchive.read(root.resolve("functions/" + id + "/target/" + id + "-lambda.zip"));
        if (!archive.holdsClass(function.mainClass())) {
            throw new UnusableArtifact(archive.file() + " does not hold " + function.mainClass());
        }
        long unzipped = unzippedBytes(function, archive);
        if (unzipped > MAX_UNZIPPED_BYTES) {
            throw new UnusableArtifact("%s has %,d bytes unzipped with its layer; Lambda takes %,d"
                    .formatted(id, unzipped, MAX_UNZIPPED_BYTES));
        }
        return archive;
    }

    /** With the layer, for a function that has it. */
    long unzippedBytes(ProductFunction function, LambdaArchive archive) {
        return archive.unzippedBytes()
                + (function.needs(ProductFunction.Need.ENGINE_LAYER)
                        ? engineLayer().unzippedBytes()
                        : 0);
    }
}
