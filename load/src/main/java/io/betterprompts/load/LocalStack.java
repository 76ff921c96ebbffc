package io.betterprompts.load;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The local server as {@code make run} starts it, in a process of its own, with a folder of its own for its data. */
final class LocalStack implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 30;

    private final Process process;
    private final String url;
    private final Path data;

    private LocalStack(Process process, String url, Path data) {
        this.process = process;
        this.url = url;
        this.data = data;
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
            Path data = folder.resolve("data");
            builder.environment().put("DATA_DIR", data.toString());
            Process process = builder.start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroy, "stop")); // also when it is interrupted
            return new LocalStack(process, "http://localhost:" + port, data);
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

    /** All that run: the server, and PostgreSQL, whose first process is no child of it. */
    Stream<ProcessHandle> processes() {
        return Stream.concat(Stream.of(process.toHandle()), postgres().stream())
                .flatMap(first -> Stream.concat(Stream.of(first), first.descendants()));
    }

    private Optional<ProcessHandle> postgres() {
        try (Stream<String> lines = Files.lines(data.resolve("postgres/postmaster.pid"))) {
            return lines.findFirst().map(String::strip).map(Long::valueOf).flatMap(ProcessHandle::of);
        } catch (NoSuchFileException e) {
            return Optional.empty(); // not started yet
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
