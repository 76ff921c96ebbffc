package io.betterprompts.cli;

import java.util.Optional;
import picocli.CommandLine.Option;

/** Which server, and who asks. */
final class ServerOptions {

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "The server, such as http://localhost:8000. From BETTERPROMPTS_URL if it is not given.")
    Optional<String> url = Optional.empty();

    @Option(
            names = "--api-key",
            paramLabel = "KEY",
            description =
                    "An API key; better in BETTERPROMPTS_API_KEY, where other users of the machine do not see it.")
    Optional<String> apiKey = Optional.empty();

    /** The server that was named. */
    Optional<Api> named(Terminal terminal) {
        return url.or(() -> terminal.setting("BETTERPROMPTS_URL")).map(address -> api(terminal, address));
    }

    /**
     * The server that was named, or that of the last login.
     *
     * @throws CliFailure if there is none
     */
    Api any(Terminal terminal) {
        return named(terminal)
                .or(() -> new LoginFile(terminal).read().map(login -> api(terminal, login.url())))
                .orElseThrow(() -> new CliFailure(
                        Exit.NO_CREDENTIAL,
                        "this is kept on a server, and you are not logged in to one. Log in with"
                                + " betterprompts login --url http://localhost:8000, or give --url and an API key in"
                                + " BETTERPROMPTS_API_KEY."));
    }

    private Api api(Terminal terminal, String address) {
        return new Api(address, apiKey.or(() -> terminal.setting("BETTERPROMPTS_API_KEY")), new LoginFile(terminal));
    }
}
