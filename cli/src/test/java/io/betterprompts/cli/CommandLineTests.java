package io.betterprompts.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.betterprompts.cli.Shell.Ended;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What needs neither engine nor server. */
class CommandLineTests {

    @TempDir
    private Path home;

    private Ended run(String... arguments) {
        return new Shell(home).run(arguments);
    }

    @Test
    void saysWhatItIsAndWhatItCan() {
        assertThat(run("--version").out()).isEqualTo("betterprompts 0.1.0" + System.lineSeparator());
        assertThat(run("--help").out())
                .contains(
                        "enhance",
                        "lint",
                        "history",
                        "templates",
                        "register",
                        "login",
                        "logout",
                        "server",
                        "completion")
                .contains("Exit codes:", "  1   lint found something");
        assertThat(run("--help").exit()).isEqualTo(Exit.DONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"enhance", "lint", "history", "templates", "register", "login", "logout", "server", "completion"
            })
    void explainsEachCommand(String command) {
        Ended ended = run(command, "--help");

        assertThat(ended.exit()).isEqualTo(Exit.DONE);
        assertThat(ended.out()).startsWith("Usage: betterprompts " + command).doesNotContain("\u001b");
    }

    @ParameterizedTest
    @CsvSource({
        "''",
        "history",
        "nonsense",
        "enhance --nonsense",
        "enhance --json --diff text",
        "enhance --model-class=huge text",
        "enhance --max-added-tokens=many text",
        "enhance -f nowhere.txt",
        "enhance -c colour=blue text",
        "lint nowhere.txt",
        "lint --fail-on=often",
        "history show not-an-id"
    })
    void refusesWrongUsage(String line) {
        Ended ended = run(line.isEmpty() ? new String[0] : line.split(" "));

        assertThat(ended.exit()).isEqualTo(Exit.USAGE);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err()).isNotBlank().doesNotContain("Exception");
    }

    @Test
    void takesAPromptFromOnePlace() {
        assertThat(run("enhance", "text", "-f", "file").err()).contains("as an argument or as a file, not both");
    }

    @Test
    void refusesWhatIsNoPromptBeforeAnythingIsLoaded() throws IOException {
        Path tooLong = Files.writeString(home.resolve("long.txt"), "x".repeat(25_123));

        assertThat(run("enhance", "-f", tooLong.toString()))
                .satisfies(ended -> assertThat(ended.exit()).isEqualTo(Exit.USAGE))
                .satisfies(
                        ended -> assertThat(ended.err()).contains("has 25,123 characters; at most 20,000 are taken"));
        assertThat(new Shell(home).input(" \n").run("enhance").err()).contains("the prompt is empty");
        assertThat(new Shell(home)
                        .input("Grüße".getBytes(StandardCharsets.ISO_8859_1))
                        .run("lint")
                        .err())
                .contains("is not UTF-8");
        assertThat(run("enhance", "Gr\uFFFD\uFFFDe").err()).contains("LC_ALL=C.UTF-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"history list", "history search x", "templates list"})
    void saysHowToLogInWhereThatIsWanted(String line) {
        Ended ended = run(line.split(" "));

        assertThat(ended.exit()).isEqualTo(Exit.NO_CREDENTIAL);
        assertThat(ended.err()).contains("betterprompts login --url").contains("BETTERPROMPTS_API_KEY");
    }

    @ParameterizedTest
    @CsvSource({"http://localhost:1, 3, nothing answers at http://localhost:1", "localhost:8000, 2, is no address"})
    void saysWhatIsWrongWithAServer(String url, int exit, String words) {
        Ended ended = new Shell(home).with("BETTERPROMPTS_URL", url).run("enhance", "hi");

        assertThat(ended.exit()).isEqualTo(exit);
        assertThat(ended.err()).contains(words);
    }

    @Test
    void hasNoRulesForAServer() throws IOException {
        Path rules = Files.writeString(home.resolve("rules.yaml"), "off: []");

        assertThat(run("enhance", "hi", "--url", "http://localhost:1", "--rules", rules.toString())
                        .exit())
                .isEqualTo(Exit.USAGE);
    }

    @Test
    void completesEachCommandInAShell() throws IOException, InterruptedException {
        Ended ended = run("completion");
        Path script = Files.writeString(home.resolve("completion"), ended.out());
        Process bash = new ProcessBuilder(
                        "bash",
                        "-c",
                        "source " + script + "; COMP_WORDS=(betterprompts en); COMP_CWORD=1;"
                                + " _complete_betterprompts; echo ${COMPREPLY[@]}")
                .redirectErrorStream(true)
                .start();

        String completed = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        bash.waitFor();
        assertThat(completed.strip()).isEqualTo("enhance");
    }

    @Test
    void endsInSilenceWhenNobodyReads() {
        Ended ended = new Shell(home).readBy(Shell.gone()).run("completion");

        assertThat(ended.exit()).isEqualTo(Exit.BROKEN_PIPE);
        assertThat(ended.err()).isEmpty();
    }

    @Test
    void needsATerminalForAPasswordOrAPipe() {
        assertThat(run("login", "ada").err()).contains("--password-stdin");
        assertThat(run("logout").err()).contains("You are not logged in.");
    }
}
