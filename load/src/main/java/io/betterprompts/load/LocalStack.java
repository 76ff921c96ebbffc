package io.betterprompts.load;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** The local server as {@code make run} starts it, in a process of its own, with a folder of its own for its data. */
final class LocalStack implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 30;

    private final Process process;
    private final String url;

    private LocalStack(Process process, String url) {
        this.process = process;
        this.url = url;
    }

    /** Starts the newest build; its output goes to a file beside its data. */
    static LocalStack start(Path folder) {
        try {
            Files.createDirectories(folder);
            int port = freePort();
            ProcessBuilder builder = new ProcessBuilder("scripts/run")
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("server.log").toFile())
                    .redirectInput(new File("/dev/null"));
            builder.environment().put("PORT", String.valueOf(port));
            builder.environment().put("DATA_DIR", folder.resolve("data").toString());
            Process process = builder.start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroy, "stop")); // also when it is interrupted
            return new LocalStack(process, "http://localhost:" + port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    String url() {
        return url;
    }

    ProcessHandle process() {
        return process.toHandle();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
