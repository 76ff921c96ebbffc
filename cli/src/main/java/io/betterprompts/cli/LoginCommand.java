package io.betterprompts.cli;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code betterprompts login}: keeps a login for the commands that need one. */
@Command(
        name = "login",
        description =
                "Logs in to a server. What is kept is a token, in a file that only you can read; never the password.")
final class LoginCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(paramLabel = "NAME", description = "E-mail or user name.")
    String name = "";

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "The server. Default: BETTERPROMPTS_URL, or http://localhost:8000.")
    Optional<String> url = Optional.empty();

    @Option(
            names = "--password-stdin",
            description = "Read the password from the standard input, up to the end of its line.")
    boolean passwordFromInput;

    LoginCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        String address = url.or(() -> terminal.setting("BETTERPROMPTS_URL")).orElse("http://localhost:8000");
        LoginFile file = new LoginFile(terminal);
        Api api = new Api(address, Optional.empty(), file);
        JsonNode tokens =
                api.postOpenly("/api/v1/auth/login", Map.of("email_or_username", name, "password", password()));
        file.alone(() -> {
            file.write(api.login(tokens));
            return file;
        });
        terminal.tell("Logged in at " + api.url() + " as "
                + tokens.path("user").path("username").asString() + "; the token is in " + file.path() + ".");
        return Exit.DONE;
    }

    private String password() {
        return passwordFromInput
                ? terminal.read().split("\r?\n", 2)[0]
                : terminal.password()
                        .apply("Password of " + name + ": ")
                        .orElseThrow(() -> CliFailure.usage(
                                "there is no terminal to ask for the password; send it with --password-stdin"));
    }
}
