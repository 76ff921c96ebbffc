package io.betterprompts.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar as it is shipped, started as a person starts it. */
class JarIT {

    private static final Path WRAPPER =
            Path.of("../scripts/betterprompts").toAbsolutePath().normalize();

    @TempDir
    private Path folder;

    private Ended run(Map<String, String> environment, String input, List<String> command)
            throws IOException, InterruptedException {
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().put("HOME", folder.toString());
        builder.environment().putAll(environment);
        Process process = builder.start();
        try (OutputStream in = process.getOutputStream()) {
            in.write(input.getBytes(StandardCharsets.UTF_8));
        }
        return new Ended(process.waitFor(), Files.readAllBytes(out), Files.readString(err));
    }

    private static List<String> betterprompts(String... arguments) {
        List<String> command = new ArrayList<>(List.of(WRAPPER.toString()));
        command.addAll(List.of(arguments));
        return command;
    }

    @SuppressWarnings("ArrayRecordComponent") // bytes of a process, never compared as a whole
    private record Ended(int exit, byte[] out, String err) {

        String text() {
            return new String(out, StandardCharsets.UTF_8);
        }
    }

    @Test
    void enhancesWithoutSpringAndWithoutAWordTooMany() throws IOException, InterruptedException {
        String prompt = "Explain this table to me:\r\n| a | ß |\r\n| 1 | 猫 |\r\n";
        Path classes = folder.resolve("classes");
        Map<String, String> environment = Map.of("LC_ALL", "C", "JDK_JAVA_OPTIONS", "-Xlog:class+load:file=" + classes);

        Ended ended = run(environment, prompt, betterprompts("enhance", "-c", "audience=Schüler"));

        assertThat(ended.exit()).as(ended.err()).isZero();
        assertThat(ended.text()).contains(prompt).contains("Schüler");
        assertThat(ended.err().lines()).allMatch(line -> line.startsWith("NOTE: Picked up JDK_JAVA_OPTIONS"));
        assertThat(Files.readAllLines(classes))
                .anyMatch(line -> line.contains("io.betterprompts.engine.PromptEnhancer"))
                .noneMatch(line ->
                        line.contains(" org.springframework.") && !line.contains(" org.springframework.boot.loader."));
    }

    @Test
    void endsAsItsHelpSays() throws IOException, InterruptedException {
        Ended found = run(Map.of(), "dear {{name} hello", betterprompts("lint"));
        Path link = Files.createSymbolicLink(folder.resolve("bp"), WRAPPER);
        Ended version = run(Map.of(), "", List.of(link.toString(), "--version"));
        Ended piped = run(Map.of(), "", List.of("bash", "-c", "set -o pipefail; " + WRAPPER + " completion | true"));

        assertThat(found.exit()).isEqualTo(Exit.FINDINGS);
        assertThat(found.text()).startsWith("stdin:1:6: error: ");
        assertThat(version.text()).startsWith("betterprompts 0.1.0");
        assertThat(run(Map.of(), "", betterprompts("--nonsense")).exit()).isEqualTo(Exit.USAGE);
        assertThat(piped.exit()).isEqualTo(Exit.BROKEN_PIPE);
        assertThat(piped.err()).isEmpty();
    }
}
