package io.betterprompts.cli;

import java.util.UUID;
import picocli.CommandLine.Parameters;

/** A command about one of the things that a list names. */
abstract class ItemCommand extends OnlineCommand {

    @Parameters(index = "0", paramLabel = "ID", description = "Of the list.")
    UUID id = new UUID(0, 0);

    ItemCommand(Terminal terminal) {
        super(terminal);
    }
}
