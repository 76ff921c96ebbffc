package io.betterprompts.layer;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LayerLibrariesTests {

    private static final Platform ARM = new Platform("linux-aarch64");
    private static final Platform INTEL = new Platform("linux-x86_64");

    @TempDir
    private Path root;

    private final List<Path> resolved = new ArrayList<>();
    private Path lib;

    @BeforeEach
    void folder() {
        lib = root.resolve("layer/java/lib");
    }

    @Test
    void keepsTheNativesOfOnePlatformAndAllThatIsNone() throws IOException {
        jar(
                "djl.jar",
                "ai/djl/Model.class",
                "META-INF/native-image/config.json",
                "META-INF/LICENSE",
                "native/lib/linux-aarch64/cpu/libtokenizers.so",
                "native/lib/linux-x86_64/cpu/libtokenizers.so",
                "jnilib/linux-x86_64/cu128/libdjl_torch.so",
                "native/lib/osx-aarch64/cpu/libtokenizers.dylib",
                "com/sun/jna/linux-x86-64/libjnidispatch.so",
                "com/sun/jna/win32-x86-64/jnidispatch.dll");

        fill(INTEL, Optional.empty());

        assertThat(entries("djl.jar"))
                .containsExactlyInAnyOrder(
                        "ai/djl/Model.class",
                        "META-INF/native-image/config.json",
                        "META-INF/LICENSE",
                        "native/lib/linux-x86_64/cpu/libtokenizers.so",
                        "com/sun/jna/linux-x86-64/libjnidispatch.so");
    }

    @Test
    void copiesAJarWithoutNativesToTheByte() throws IOException {
        Path jar = jar("plain.jar", "a/B.class");

        fill(ARM, Optional.empty());

        assertThat(lib.resolve("plain.jar")).hasSameBinaryContentAs(jar);
    }

    @Test
    void leavesWhatItMadeBeforeUntilItsJarIsNewer() throws IOException {
        Path jar = jar("plain.jar", "a/B.class");
        fill(ARM, Optional.empty());
        Files.writeString(lib.resolve("plain.jar"), "made before");

        fill(ARM, Optional.empty());
        assertThat(lib.resolve("plain.jar")).hasContent("made before");

        Files.setLastModifiedTime(jar, FileTime.fromMillis(System.currentTimeMillis() + 60_000));
        fill(ARM, Optional.empty());
        assertThat(lib.resolve("plain.jar")).hasSameBinaryContentAs(jar);
    }

    @Test
    void startsAnewForAnotherPlatformAndForgetsJarsThatAreGone() throws IOException {
        jar("djl.jar", "native/lib/linux-aarch64/l.so", "native/lib/linux-x86_64/l.so");
        Path gone = jar("gone.jar", "a/B.class");
        fill(ARM, Optional.empty());
        resolved.remove(gone);

        fill(INTEL, Optional.empty());

        assertThat(entries("djl.jar")).containsExactly("native/lib/linux-x86_64/l.so");
        assertThat(lib.resolve("gone.jar")).doesNotExist();
        assertThat(root.resolve("layer/natives.txt")).hasContent("linux-x86_64, not stripped\n");
    }

    @Test
    void stripsNativesWhereGnuStripIs() throws IOException {
        Optional<Strip> strip = Strip.installed();
        assumeTrue(strip.isPresent(), "there is no GNU strip here");
        Platform here = Platform.ofThisMachine();
        byte[] library = Files.readAllBytes(Path.of(System.getProperty("java.home"), "lib/libjava.so"));
        String entry = "native/lib/" + here.name() + "/libjava.so.1";
        jar("natives.jar", List.of(entry), library);

        fill(here, strip);

        try (ZipFile made = new ZipFile(lib.resolve("natives.jar").toFile())) {
            byte[] stripped = made.getInputStream(made.getEntry(entry)).readAllBytes();
            assertThat(stripped).startsWith(0x7f, 'E', 'L', 'F').hasSizeLessThanOrEqualTo(library.length);
            assertThat(stripped).isNotEqualTo(library);
        }
        assertThat(Files.readString(root.resolve("layer/natives.txt"))).contains("stripped by GNU strip");
    }

    private void fill(Platform platform, Optional<Strip> strip) throws IOException {
        new LayerLibraries(resolved, root.resolve("layer")).fill(platform, strip);
    }

    private Path jar(String name, String... entries) throws IOException {
        return jar(name, List.of(entries), new byte[] {1});
    }

    private Path jar(String name, List<String> entries, byte[] content) throws IOException {
        Path jar = root.resolve(name);
        resolved.add(jar);
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
            for (String entry : entries) {
                out.putNextEntry(new ZipEntry(entry));
                out.write(content);
            }
        }
        return jar;
    }

    private Set<String> entries(String name) throws IOException {
        try (ZipFile made = new ZipFile(lib.resolve(name).toFile())) {
            return made.stream().map(ZipEntry::getName).collect(toSet());
        }
    }
}
