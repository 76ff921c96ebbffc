package io.betterprompts.cli;

import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** Makes the commands and carries out one. */
final class CommandLines {

    private final Terminal terminal;
    private final Engines engines;

    CommandLines(Terminal terminal) {
        this(terminal, new Engines(terminal));
    }

    CommandLines(Terminal terminal, Engines engines) {
        this.terminal = terminal;
        this.engines = engines;
    }

    /** Carries out a command line and returns what the process is to end with. */
    int run(String... arguments) {
        return make().execute(arguments);
    }

    CommandLine make() {
        CommandLine root = new CommandLine(new RootCommand());
        root.addSubcommand(new EnhanceCommand(terminal, engines))
                .addSubcommand(new LintCommand(terminal, engines))
                .addSubcommand(HistoryCommand.with(terminal))
                .addSubcommand(TemplatesCommand.with(terminal))
                .addSubcommand(new RegisterCommand(terminal))
                .addSubcommand(new LoginCommand(terminal))
                .addSubcommand(new LogoutCommand(terminal))
                .addSubcommand(new ServerCommand(terminal))
                .addSubcommand(new CompletionCommand(terminal));
        return root.setOut(new PrintWriter(new OutputStreamWriter(terminal.out(), StandardCharsets.UTF_8), true))
                .setErr(new PrintWriter(new OutputStreamWriter(terminal.err(), StandardCharsets.UTF_8), true))
                .setColorScheme(CommandLine.Help.defaultColorScheme(terminal.colours() ? Ansi.ON : Ansi.OFF))
                .registerConverter(UUID.class, CommandLines::id)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true)
                .setExecutionExceptionHandler((failure, command, parsed) -> exit(failure));
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new CommandLine.TypeConversionException("an id looks like 0198c5a4-7d1f-7b0a-8f6e-5c1d2e3f4a5b");
        }
    }

    private int exit(Exception failure) {
        if (failure instanceof NobodyReads) {
            return Exit.BROKEN_PIPE;
        }
        terminal.progress("");
        if (failure instanceof CliFailure known) {
            terminal.tell("betterprompts: " + known.getMessage());
            return known.exit();
        }
        terminal.tell("betterprompts: this should not have happened: "
                + Objects.requireNonNullElse(failure.getMessage(), failure.toString()));
        return Exit.FAULT;
    }
}
