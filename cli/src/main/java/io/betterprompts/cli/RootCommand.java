package io.betterprompts.cli;

import io.betterprompts.engine.PromptEnhancer;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** What stands before each command. */
@Command(
        name = "betterprompts",
        description = "Makes prompts better, at a terminal and without a network.",
        versionProvider = RootCommand.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "enhance and lint work in this process. With --url (or BETTERPROMPTS_URL) a server does it instead;",
            "history and templates are on a server, the one of the last login if none is named.",
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:lint found something",
            "2:wrong usage, or a prompt that cannot be taken",
            "3:the server cannot be reached, or failed",
            "4:a login or an API key is missing, wrong, or may not do this",
            "5:the server refused",
        })
final class RootCommand {

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Show what a command takes.")
    boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Show the version.")
    boolean version;

    /** The engine's. */
    static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() {
            return new String[] {"betterprompts " + PromptEnhancer.VERSION};
        }
    }
}
