package io.betterprompts.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;

/** A command that only a server can carry out. */
abstract class OnlineCommand implements Callable<Integer> {

    final Terminal terminal;

    @Mixin
    ServerOptions server = new ServerOptions();

    OnlineCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** The server that was named, or that of the last login. */
    Api api() {
        return server.any(terminal);
    }
}
