package io.betterprompts.local;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/** The server that tests of the command line talk to. */
public final class RunningServer implements AutoCloseable {

    private final LocalServer server;

    public RunningServer(Path data) {
        server = new LocalServer(
                LocalSettings.from(Map.of("PORT", "0", "DATA_DIR", data.toString())),
                new Progress(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)));
    }

    public String url() {
        return server.url();
    }

    @Override
    public void close() {
        server.close();
    }
}
