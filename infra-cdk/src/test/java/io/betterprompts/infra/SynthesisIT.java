package io.betterprompts.infra;

import static org.assertj.core.api.Assertions.assertThat;

import io.betterprompts.common.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** What CDK's command line runs, in processes of its own, as two people do who deploy the same commit. */
@EnabledIf(value = "io.betterprompts.infra.Node#isOnThePath", disabledReason = "there is no node on the path")
class SynthesisIT {

    @TempDir
    private static Path repository;

    @Test
    void writesTheSameBytesInEachProcess() throws IOException, InterruptedException {
        BuiltZips.in(repository);
        Synthesised.makeAPage(repository.resolve("page"));
        Process one = synthesis("one");
        Process two = synthesis("two");

        assertThat(one.waitFor()).as(() -> said("one")).isZero();
        assertThat(two.waitFor()).as(() -> said("two")).isZero();
        assertThat(files("one"))
                .containsKeys("manifest.json", "betterprompts-prod-stateless.template.json")
                .isEqualTo(files("two"));
    }

    /** Of the deployment that has everything. */
    private static Process synthesis(String name) throws IOException {
        Map<String, String> context = new TreeMap<>();
        Synthesised.chosen("everything").forEach((option, value) -> context.put(Option.PREFIX + option, value));
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Synthesis.class.getName(),
                        repository.toString())
                .redirectErrorStream(true)
                .redirectOutput(log(name).toFile());
        builder.environment().put("CDK_OUTDIR", repository.resolve(name).toString());
        builder.environment().put("CDK_CONTEXT_JSON", Json.mapper().writeValueAsString(context));
        return builder.start();
    }

    private static Path log(String name) {
        return repository.resolve(name + ".log");
    }

    private static String said(String name) {
        try {
            return Files.readString(log(name));
        } catch (IOException e) {
            return e.toString();
        }
    }

    /** Templates, what is to be uploaded for them, and what belongs together; not where in CDK each thing was made. */
    private static Map<String, String> files(String name) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.list(repository.resolve(name))) {
            for (Path file : files.filter(f -> f.toString().matches(".*(?<!\\.metadata)\\.json"))
                    .toList()) {
                texts.put(file.getFileName().toString(), Files.readString(file, StandardCharsets.UTF_8));
            }
        }
        return texts;
    }
}
