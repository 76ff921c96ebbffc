package io.betterprompts.cli;

import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code betterprompts register}: makes an account and logs in to it. */
@Command(
        name = "register",
        description = "Makes an account on a server and logs in to it. The password has 8 characters or more.")
final class RegisterCommand extends Entrance {

    @Parameters(paramLabel = "NAME", description = "The user name.")
    String name = "";

    @Option(names = "--email", paramLabel = "ADDRESS", required = true, description = "Your e-mail address.")
    String email = "";

    RegisterCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    public Integer call() {
        return enter(
                "/api/v1/auth/register",
                Map.of("email", email, "username", name, "password", password.of(name, terminal)),
                "Registered");
    }
}
