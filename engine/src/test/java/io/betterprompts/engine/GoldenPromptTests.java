package io.betterprompts.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.betterprompts.engine.GoldenPrompts.Golden;
import io.betterprompts.engine.classify.Intent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What becomes of prompts as people type them, kept to be read in review; {@code -Dgolden.write} writes it anew. */
class GoldenPromptTests {

    private static final Path FILE = Path.of("src", "test", "resources", "golden", "prompts.txt");

    @BeforeAll
    static void writeAnew() throws IOException {
        if (System.getProperty("golden.write") != null) {
            GoldenPrompts old = read();
            Files.writeString(
                    FILE,
                    new GoldenPrompts(
                                    old.comments(),
                                    old.all().stream().map(Golden::made).toList())
                            .toString());
        }
    }

    static Stream<Golden> prompts() throws IOException {
        return read().all().stream();
    }

    @ParameterizedTest
    @MethodSource("prompts")
    void becomesWhatWasApproved(Golden golden) {
        assertThat(golden.made()).hasToString(golden.toString());
    }

    @Test
    void everyIntentHasFourPrompts() throws IOException {
        List<String> intents = read().all().stream().map(Golden::intent).toList();
        assertThat(Arrays.stream(Intent.values()).map(Intent::label))
                .allSatisfy(label -> assertThat(intents.stream().filter(label::equals))
                        .as(label)
                        .hasSizeGreaterThanOrEqualTo(4));
    }

    @Test
    void noTwoPromptsAreTheSame() throws IOException {
        assertThat(read().all().stream().map(Golden::prompt).collect(Collectors.toList()))
                .doesNotHaveDuplicates();
    }

    private static GoldenPrompts read() throws IOException {
        return GoldenPrompts.parse(Files.readString(FILE));
    }
}
