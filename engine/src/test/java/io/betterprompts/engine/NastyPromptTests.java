package io.betterprompts.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.betterprompts.engine.classify.Intent;
import io.betterprompts.engine.data.YamlNode;
import io.betterprompts.engine.select.ModelClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The promises over texts that have broken other tools. */
class NastyPromptTests {

    private static final Path FILE = Path.of("src", "test", "resources", "nasty", "prompts.yaml");

    /** A text and what is nasty about it. */
    record Nasty(String what, String text) {

        @Override
        public String toString() {
            return what;
        }
    }

    static Stream<Nasty> prompts() throws IOException {
        return YamlNode.parse("prompts.yaml", Files.readString(FILE)).entries().entrySet().stream()
                .map(entry -> new Nasty(entry.getKey(), text(entry.getValue())));
    }

    @Test
    void thereAreFifty() throws IOException {
        assertThat(prompts()).hasSizeGreaterThanOrEqualTo(50);
    }

    @ParameterizedTest
    @MethodSource("prompts")
    void everyPromiseIsKept(Nasty nasty) {
        for (Intent intent : Intent.values()) {
            for (ModelClass modelClass : ModelClass.values()) {
                keepsEveryPromise(nasty.text(), Engines.sureOf(intent), modelClass);
            }
        }
    }

    private static void keepsEveryPromise(String text, PromptEnhancer enhancer, ModelClass modelClass) {
        Enhancement once =
                enhancer.enhance(Requests.of(text).forClass(modelClass).build());
        assertThat(once.invariants().allHold()).as("%s", once.invariants()).isTrue();
        assertThat(once.enhancedText()).contains(text);
        assertThat(once.lint())
                .allSatisfy(finding -> assertThat(finding.span().end()).isLessThanOrEqualTo(text.length()));
        Enhancement twice = enhancer.enhance(
                Requests.of(once.enhancedText()).forClass(modelClass).build());
        assertThat(twice.enhancedText()).isEqualTo(once.enhancedText());
        assertThat(twice.verdict()).isEqualTo(Verdict.UNCHANGED);
    }

    /** A text, or a piece with how often it stands there. */
    private static String text(YamlNode node) {
        return node.find("times")
                .map(times -> node.get("piece").text().repeat(times.integer()))
                .orElseGet(() -> node.get("text").text());
    }
}
