package io.betterprompts.local.drill;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.betterprompts.common.testkit.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A model that cannot be trusted keeps the server from starting, and the user is told why. */
class UnusableModelDrillIT {

    private static final String MODEL = "io/betterprompts/model/intent-classifier.pt";
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Map<String, String> DATABASE =
            Map.of("DB_URL", TestDatabase.fresh().jdbcUrl());

    @TempDir
    private Path folder;

    static Stream<Broken> models() {
        Stream<Broken> all = Stream.of(
                new Broken("weights changed", model -> {
                    Arrays.fill(model, model.length / 3, model.length / 3 * 2, (byte) 7);
                    return model;
                }),
                new Broken("missing but for its name", model -> new byte[0]),
                new Broken("cut in half", model -> Arrays.copyOf(model, model.length / 2)));
        return all.limit(DrillSize.of(1, 3));
    }

    private record Broken(String name, UnaryOperator<byte[]> change) {

        @Override
        public String toString() {
            return name;
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void keepsTheServerFromStartingAndIsNamed(Broken broken) throws IOException {
        Path resources = folder.resolve("before");
        Files.createDirectories(resources.resolve(MODEL).getParent());
        Files.write(resources.resolve(MODEL), broken.change().apply(model()));
        long begun = System.nanoTime();

        assertThatThrownBy(() -> ServerProcess.start(folder.resolve("server"), DATABASE, resources))
                .hasMessageContaining("The function enhance: ")
                .hasMessageContaining("the weights");

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(SOON);
    }

    private static byte[] model() throws IOException {
        try (InputStream in = UnusableModelDrillIT.class.getResourceAsStream("/" + MODEL)) {
            return requireNonNull(in).readAllBytes();
        }
    }
}
