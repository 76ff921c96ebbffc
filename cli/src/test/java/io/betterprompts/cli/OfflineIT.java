package io.betterprompts.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.betterprompts.cli.Shell.Ended;
import io.betterprompts.common.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The engine in this process. */
class OfflineIT {

    private static final String MERGE = "write a python function that merges two sorted lists, keep {{style}}";

    @TempDir
    private Path home;

    private Ended run(String... arguments) {
        return new Shell(home).run(arguments);
    }

    @Test
    void printsTheEnhancedPromptAndNothingElse() {
        Ended ended = run("enhance", MERGE);

        assertThat(ended.exit()).isEqualTo(Exit.DONE);
        assertThat(ended.out()).startsWith(MERGE + "\n\n").endsWith("I replace placeholders myself.");
        assertThat(ended.err()).isEmpty();
    }

    @Test
    void keepsWhatItReadsByteForByte() throws IOException {
        String prompt = "Explain this script:\r\n```sh\r\necho \"{{name}}\" # مرحبا 👋🏽\t\r\n```\r\n";
        Path file = Files.writeString(home.resolve("prompt.txt"), prompt);

        assertThat(new Shell(home).input(prompt).run("enhance").out()).contains(prompt);
        assertThat(run("enhance", "-f", file.toString()).out()).contains(prompt);
        assertThat(new Shell(home).input(prompt).run("enhance", "-f", "-").out())
                .contains(prompt);
        assertThat(new Shell(home).input("hi\r\n").run("enhance").out()).isEqualTo("hi\r\n");
    }

    @Test
    void endsTheLineAndShowsProgressAndColoursForWhoWatches() {
        Ended seen = new Shell(home).watched("oe").run("enhance", "hi");
        Ended diff = new Shell(home).watched("oe").run("enhance", MERGE, "--diff");
        Ended plain = new Shell(home).watched("oe").with("NO_COLOR", "1").run("enhance", MERGE, "--diff");

        assertThat(seen.out()).isEqualTo("hi\n");
        assertThat(seen.err()).contains("Reading weights").endsWith("\r\u001b[K");
        assertThat(diff.out()).contains("\u001b[32m+");
        assertThat(plain.out()).doesNotContain("\u001b").contains("\n+");
    }

    @Test
    void tellsTheWholeReplyOrWhatWasAddedOrWhy() {
        JsonNode reply = Json.mapper().readTree(run("enhance", MERGE, "--json").out());
        Ended explained = run("enhance", MERGE, "--explain");

        assertThat(reply.path("original_text").asString()).isEqualTo(MERGE);
        assertThat(reply.path("history_id").isNull()).isTrue();
        assertThat(reply.path("intent").path("label").asString()).isEqualTo("code_generation");
        assertThat(run("enhance", MERGE, "--diff").out())
                .startsWith("--- original\n+++ enhanced\n@@ ")
                .contains("\n " + MERGE + "\n+")
                .doesNotContain("\u001b");
        assertThat(run("enhance", "hi", "--diff").out()).isEmpty();
        assertThat(explained.out()).startsWith(MERGE).doesNotContain("code_generation");
        assertThat(explained.err()).contains("code_generation").contains("output_contract: ");
    }

    @Test
    void takesEachWish() throws IOException {
        Path rules = Files.writeString(home.resolve("rules.yaml"), "off: [output_contract]\n");

        assertThat(run("enhance", "Explain how vaccines work", "-c", "audience=ten-year-olds")
                        .out())
                .contains("ten-year-olds");
        assertThat(run("enhance", MERGE, "--max-added-tokens", "0").out()).isEqualTo(MERGE);
        assertThat(run("enhance", MERGE, "-m", "o3", "--json").out()).contains("\"model_class\" : \"reasoning\"");
        assertThat(run("enhance", MERGE, "--model-class", "small", "--json").out())
                .contains("\"model_class\" : \"small\"");
        assertThat(run("enhance", MERGE, "--exclude", "constraints,output_contract")
                        .out())
                .doesNotContain("Handle empty lists")
                .doesNotContain("Show the Python code first");
        assertThat(run("enhance", MERGE, "--rules", rules.toString()).out())
                .doesNotContain("Show the Python code first");
        assertThat(run("enhance", "Explain how vaccines work", "-a", "audience=farmers")
                        .out())
                .contains("farmers");
    }

    @Test
    void saysWhatTheEngineDoesNotKnow() throws IOException {
        Path rules = Files.writeString(home.resolve("rules.yaml"), "off: [magic]\n");

        assertThat(run("enhance", MERGE, "--prefer", "magic").err())
                .contains("prefer_techniques: no technique 'magic'");
        assertThat(run("enhance", MERGE, "-a", "colour=blue").exit()).isEqualTo(Exit.USAGE);
        assertThat(run("enhance", MERGE, "--rules", rules.toString()).err())
                .contains("rules.yaml")
                .contains("magic");
    }

    @Test
    void endsWithOneWhereAPromptHasFaults() throws IOException {
        Path good = Files.writeString(home.resolve("good.txt"), "Translate into French: the cat sleeps.");
        Path bad = Files.writeString(home.resolve("bad.txt"), "Hello 👋\r\ndear {{name} hello");
        Ended ended = run("lint", good.toString(), bad.toString());

        assertThat(ended.exit()).isEqualTo(Exit.FINDINGS);
        assertThat(ended.out())
                .contains(bad + ":2:6: error: ")
                .contains("[broken_placeholder]\n")
                .doesNotContain("good.txt");
        assertThat(run("lint", good.toString()).exit()).isEqualTo(Exit.DONE);
        assertThat(run("lint", bad.toString(), "--fail-on", "never").exit()).isEqualTo(Exit.DONE);
        assertThat(new Shell(home)
                        .input("Write it to {{name}}")
                        .run("lint", "--fail-on=info")
                        .exit())
                .isEqualTo(Exit.FINDINGS);
        assertThat(new Shell(home)
                        .input("Write it to {{name}}")
                        .run("lint", "--fail-on=ERROR")
                        .exit())
                .isEqualTo(Exit.DONE);
    }

    @Test
    void tellsEachPromptsAnalysisAsJson() {
        JsonNode analyses = Json.mapper()
                .readTree(new Shell(home)
                        .input("dear {{name} hello")
                        .run("lint", "--json")
                        .out());

        assertThat(analyses.path(0).path("file").asString()).isEqualTo("stdin");
        assertThat(analyses.path(0).path("lint")).isNotEmpty();
        assertThat(analyses.path(0).path("intent").has("label")).isTrue();
    }
}
