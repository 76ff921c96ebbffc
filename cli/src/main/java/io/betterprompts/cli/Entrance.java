package io.betterprompts.cli;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** A command that ends with a login, which it keeps for the others. */
abstract class Entrance implements Callable<Integer> {

    final Terminal terminal;

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "The server. Default: BETTERPROMPTS_URL, or http://localhost:8000.")
    Optional<String> url = Optional.empty();

    @Mixin
    Passwords password = new Passwords();

    Entrance(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Sends this to this operation and keeps the tokens that come back. */
    int enter(String path, Map<String, String> body, String done) {
        String address = url.or(() -> terminal.setting("BETTERPROMPTS_URL")).orElse("http://localhost:8000");
        LoginFile file = new LoginFile(terminal);
        Api api = new Api(address, Optional.empty(), file);
        JsonNode tokens = api.postOpenly(path, body);
        file.alone(() -> {
            file.write(api.login(tokens));
            return file;
        });
        terminal.tell(done + " at " + api.url() + " as "
                + tokens.path("user").path("username").asString() + "; the token is in " + file.path() + ".");
        return Exit.DONE;
    }
}
