package io.betterprompts.cli;

import io.betterprompts.local.Main;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code betterprompts server}: the whole product on this machine, as {@code make run} starts it. */
@Command(
        name = "server",
        description =
                "Runs the server on this machine, with a database of its own, until Ctrl-C. It takes the settings of"
                        + " make run from the environment too.")
final class ServerCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Option(names = "--port", paramLabel = "PORT", description = "Default: PORT, or 8000.")
    Optional<Integer> port = Optional.empty();

    @Option(names = "--data-dir", paramLabel = "FOLDER", description = "Default: DATA_DIR, or .betterprompts here.")
    Optional<Path> data = Optional.empty();

    ServerCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        Map<String, String> settings = new HashMap<>(terminal.environment());
        port.ifPresent(number -> settings.put("PORT", number.toString()));
        data.ifPresent(folder -> settings.put("DATA_DIR", folder.toString()));
        return Main.run(settings) ? Exit.DONE : Exit.USAGE;
    }
}
