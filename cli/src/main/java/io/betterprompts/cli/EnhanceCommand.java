package io.betterprompts.cli;

import io.betterprompts.engine.Enhancement;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code betterprompts enhance}: a prompt in, the enhanced prompt out, and nothing else on the standard output. */
@Command(
        name = "enhance",
        description = "Enhances a prompt and prints it. The text itself stays as it is, byte for byte.",
        footer = {
            "",
            "Examples:",
            "  betterprompts enhance 'Explain how vaccines work' -c audience=ten-year-olds --explain",
            "  pbpaste | betterprompts enhance -m o3 | pbcopy",
            "  betterprompts enhance -f prompt.txt --diff",
        })
final class EnhanceCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final Engines engines;

    @Parameters(
            arity = "0..1",
            paramLabel = "TEXT",
            description = "The prompt; from the standard input if there is none.")
    Optional<String> text = Optional.empty();

    @Option(
            names = {"-f", "--file"},
            paramLabel = "FILE",
            description = "A file that holds the prompt; - is the standard input.")
    Optional<Path> file = Optional.empty();

    @Mixin
    PromptOptions options = new PromptOptions();

    @Mixin
    ResultOptions result = new ResultOptions();

    @Mixin
    ServerOptions server = new ServerOptions();

    @Option(
            names = "--rules",
            paramLabel = "FILE",
            description = "Rules of your own, YAML (docs/rules.md); not with --url, where your settings hold them.")
    Optional<Path> rules = Optional.empty();

    @Option(names = "--no-save", description = "With --url: keep nothing in the history.")
    boolean unsaved;

    EnhanceCommand(Terminal terminal, Engines engines) {
        this.terminal = terminal;
        this.engines = engines;
    }

    @Override
    public Integer call() {
        result.check();
        options.check();
        String prompt = new PromptSource(terminal).prompt(text, file);
        Engine.Told<Enhancement> told = engines.of(server, rules).enhance(prompt, options, !unsaved);
        result.print(told, terminal);
        return Exit.DONE;
    }
}
