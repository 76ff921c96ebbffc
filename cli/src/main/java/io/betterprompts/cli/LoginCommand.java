package io.betterprompts.cli;

import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code betterprompts login}: keeps a login for the commands that need one. */
@Command(
        name = "login",
        description =
                "Logs in to a server. What is kept is a token, in a file that only you can read; never the password.")
final class LoginCommand extends Entrance {

    @Parameters(paramLabel = "NAME", description = "E-mail or user name.")
    String name = "";

    LoginCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    public Integer call() {
        return enter(
                "/api/v1/auth/login",
                Map.of("email_or_username", name, "password", password.of(name, terminal)),
                "Logged in");
    }
}
