package io.betterprompts.layer;

import static java.util.stream.Collectors.toSet;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Fills the layer's folder. Native libraries are stripped only for the processor of this machine, because only those are
 * run by the tests here; for another they go out as they were published.
 */
final class LayerLibraries {

    /** In the layer, for the size report: for what it was made, and how. */
    static final String RECORD = "natives.txt";

    private final List<Path> resolved;
    private final Path layer;

    /**
     * @param resolved jars, wherever they are
     * @param layer will hold them under {@code java/lib}
     */
    LayerLibraries(List<Path> resolved, Path layer) {
        this.resolved = List.copyOf(resolved);
        this.layer = layer;
    }

    /** Takes the platform, a file with the class path of the resolved jars, and the layer's folder. */
    public static void main(String... arguments) throws IOException {
        Platform platform = new Platform(arguments[0]);
        List<Path> resolved = Stream.of(
                        Files.readString(Path.of(arguments[1])).strip().split(File.pathSeparator, -1))
                .map(Path::of)
                .toList();
        boolean isTestedHere = platform.equals(Platform.ofThisMachine());
        new LayerLibraries(resolved, Path.of(arguments[2]))
                .fill(platform, isTestedHere ? Strip.installed() : Optional.empty());
    }

    /** What was made of the same before stays: to pack libtorch takes half a minute. */
    void fill(Platform platform, Optional<Strip> strip) throws IOException {
        Path lib = Files.createDirectories(layer.resolve("java/lib"));
        String how = platform.name() + ", "
                + strip.map(s -> "stripped by " + s.version()).orElse("not stripped");
        forgetWhatWasMadeOtherwise(how, lib);
        SlimJar slim = new SlimJar(platform, strip);
        for (Path jar : resolved) {
            Path made = lib.resolve(jar.getFileName());
            if (Files.notExists(made) || isNewer(jar, made)) {
                Files.deleteIfExists(made);
                slim.copy(jar, made);
            }
        }
        Files.writeString(layer.resolve(RECORD), how + "\n");
    }

    private void forgetWhatWasMadeOtherwise(String how, Path lib) throws IOException {
        Path record = layer.resolve(RECORD);
        boolean isSame =
                Files.exists(record) && Files.readString(record).strip().equals(how);
        Set<Path> names = resolved.stream().map(Path::getFileName).collect(toSet());
        for (Path made : filesIn(lib)) {
            if (!isSame || !names.contains(made.getFileName())) {
                Files.delete(made);
            }
        }
        Files.deleteIfExists(record);
    }

    private static boolean isNewer(Path jar, Path than) throws IOException {
        return Files.getLastModifiedTime(jar).compareTo(Files.getLastModifiedTime(than)) > 0;
    }

    private static List<Path> filesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
