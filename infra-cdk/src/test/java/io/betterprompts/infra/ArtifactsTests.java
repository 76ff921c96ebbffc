package io.betterprompts.infra;

import static io.betterprompts.infra.ProductFunction.AUTH;
import static io.betterprompts.infra.ProductFunction.ENHANCE;
import static io.betterprompts.infra.ProductFunction.SETTINGS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArtifactsTests {

    @TempDir
    private Path root;

    private BuiltZips zips;
    private Artifacts artifacts;

    @BeforeEach
    void build() {
        zips = BuiltZips.in(root);
        artifacts = zips.artifacts();
    }

    @Test
    void addsTheLayerToTheFunctionThatHasIt() {
        zips.layerOf(1000);

        assertThat(artifacts.unzippedBytes(ENHANCE, artifacts.of(ENHANCE))).isEqualTo(1001);
        assertThat(artifacts.unzippedBytes(SETTINGS, artifacts.of(SETTINGS))).isEqualTo(1);
    }

    @Test
    void refusesOneByteMoreThanLambdaTakes() {
        zips.layerOf(262_144_000 - 1);
        assertThat(artifacts.of(ENHANCE).bytes()).isPositive();

        zips.function(ENHANCE, "io/betterprompts/enhance/EnhanceApplication.class", "one/More.class");

        assertThatThrownBy(() -> artifacts.of(ENHANCE))
                .isInstanceOf(UnusableArtifact.class)
                .hasMessageContaining("262,144,001");
        assertThat(artifacts.of(AUTH).bytes()).isPositive();
    }

    @Test
    void refusesNativesThatWouldNotLeaveEnoughOfTmp() {
        zips.layerWithNatives(450_000_000);
        assertThat(artifacts.nativeBytes()).isEqualTo(450_000_000);

        zips.layerWithNatives(450_000_001);

        assertThatThrownBy(() -> artifacts.nativeBytes())
                .isInstanceOf(UnusableArtifact.class)
                .hasMessageContaining("450,000,001")
                .hasMessageContaining("linux-aarch64, not stripped");
    }

    @Test
    void refusesALibraryThatIsInAFunctionAndInItsLayer() {
        zips.layerHolding("java/lib/snakeyaml-2.7.jar");
        assertThat(artifacts.of(ENHANCE).bytes()).isPositive();

        zips.function(ENHANCE, "io/betterprompts/enhance/EnhanceApplication.class", "lib/snakeyaml-2.6.jar");

        assertThatThrownBy(() -> artifacts.of(ENHANCE))
                .isInstanceOf(UnusableArtifact.class)
                .hasMessageContaining("snakeyaml");
    }

    @Test
    void saysWhatToRunWhereAZipIsMissing() throws IOException {
        Files.delete(zips.file(AUTH));

        assertThatThrownBy(() -> artifacts.of(AUTH))
                .isInstanceOf(UnusableArtifact.class)
                .hasMessageContaining("auth-lambda.zip")
                .hasMessageContaining("make package");
    }

    @Test
    void refusesAZipWithoutItsMainClass() {
        zips.function(AUTH, "io/betterprompts/auth/Renamed.class");

        assertThatThrownBy(() -> artifacts.of(AUTH)).hasMessageContaining("io.betterprompts.auth.AuthApplication");
    }

    @Test
    void takesTheProcessorFromTheLayer() {
        assertThat(Processor.of(artifacts.engineLayer())).isEqualTo(Processor.AARCH64);

        zips.layer("x86_64");

        assertThat(Processor.of(artifacts.engineLayer())).isEqualTo(Processor.X86_64);
    }

    @Test
    void refusesALayerForTwoProcessorsOrNone() {
        zips.layer("aarch64", "x86_64");
        assertThatThrownBy(() -> Processor.of(artifacts.engineLayer())).hasMessageContaining("two processors");

        zips.layer("mips");
        assertThatThrownBy(() -> Processor.of(artifacts.engineLayer())).hasMessageContaining("no libtorch");
    }

    @Test
    void reportsALineForEachArtefact() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        ArtifactReport.print(artifacts, new PrintStream(out, true, StandardCharsets.UTF_8));

        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .hasSize(2 + ProductFunction.values().length)
                .anyMatch(line -> line.startsWith("engine layer") && line.endsWith("AARCH64"))
                .anyMatch(line -> line.startsWith("migrate"));
    }
}
