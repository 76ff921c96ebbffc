package io.betterprompts.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code betterprompts completion}: what a shell must know to complete a command. */
@Command(
        name = "completion",
        description = "Prints the completion script for bash and zsh: source <(betterprompts completion)")
final class CompletionCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Spec
    CommandSpec spec = CommandSpec.create();

    CompletionCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        CommandLine root = spec.root().commandLine();
        terminal.line(AutoComplete.bash("betterprompts", root));
        return Exit.DONE;
    }
}
