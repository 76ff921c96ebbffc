package io.betterprompts.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code betterprompts logout}: ends the login on the server and forgets it here. */
@Command(name = "logout", description = "Ends the login, on the server and here.")
final class LogoutCommand implements Callable<Integer> {

    private final Terminal terminal;

    LogoutCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        LoginFile file = new LoginFile(terminal);
        Optional<Login> login = file.read();
        if (login.isEmpty()) {
            terminal.tell("You are not logged in.");
            return Exit.DONE;
        }
        try {
            new Api(login.get().url(), Optional.empty(), file).post("/api/v1/auth/logout", null);
            terminal.tell("Logged out.");
        } catch (CliFailure e) {
            terminal.tell("Forgotten here; the server did not end the login: " + e.getMessage());
        }
        file.delete();
        return Exit.DONE;
    }
}
