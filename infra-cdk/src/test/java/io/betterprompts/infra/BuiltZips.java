package io.betterprompts.infra;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A folder with all the zips make package would build, each with what it is looked at for. */
final class BuiltZips {

    private static final String LIBTORCH = "java/lib/pytorch-native-cpu-2.7.1-linux-%s.jar";

    private final Path root;

    private BuiltZips(Path root) {
        this.root = root;
    }

    static BuiltZips in(Path root) {
        BuiltZips zips = new BuiltZips(root);
        zips.layer("aarch64");
        for (ProductFunction function : ProductFunction.values()) {
            zips.function(function, function.mainClass().replace('.', '/') + ".class");
        }
        return zips;
    }

    Artifacts artifacts() {
        return new Artifacts(root);
    }

    void layer(String... processors) {
        write(layerFile(), List.of(processors).stream().map(LIBTORCH::formatted).toList(), 1);
    }

    void layerHolding(String jar) {
        write(layerFile(), List.of(LIBTORCH.formatted("aarch64"), jar), 1);
    }

    void function(ProductFunction function, String... entries) {
        write(file(function), List.of(entries), 1);
    }

    /** An entry of zeros, which takes next to no room in the zip. */
    void layerOf(int bytes) {
        write(layerFile(), List.of(LIBTORCH.formatted("aarch64")), bytes);
    }

    /** A jar with natives of zeros, said to be stripped or not. */
    void layerWithNatives(long bytes) {
        ByteArrayOutputStream jar = new ByteArrayOutputStream();
        write(jar, List.of("native/lib/linux-aarch64/libtorch.so.1"), bytes);
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(layerFile()))) {
            zip.putNextEntry(new ZipEntry(LIBTORCH.formatted("aarch64")));
            zip.write(jar.toByteArray());
            zip.putNextEntry(new ZipEntry("natives.txt"));
            zip.write("linux-aarch64, not stripped\n".getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path file(ProductFunction function) {
        return root.resolve("functions/" + function.id() + "/target/" + function.id() + "-lambda.zip");
    }

    private Path layerFile() {
        return root.resolve("engine-layer/target/engine-layer.zip");
    }

    private static void write(Path file, List<String> entries, long bytes) {
        try {
            Files.createDirectories(file.getParent());
            try (OutputStream out = Files.newOutputStream(file)) {
                write(out, entries, bytes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(OutputStream out, List<String> entries, long bytes) {
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setLevel(Deflater.BEST_SPEED);
            for (String entry : entries) {
                ZipEntry header = new ZipEntry(entry);
                header.setTime(0);
                zip.putNextEntry(header);
                zeros(zip, bytes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void zeros(OutputStream out, long bytes) throws IOException {
        byte[] some = new byte[1 << 20];
        for (long left = bytes; left > 0; left -= some.length) {
            out.write(some, 0, (int) Math.min(left, some.length));
        }
    }
}
