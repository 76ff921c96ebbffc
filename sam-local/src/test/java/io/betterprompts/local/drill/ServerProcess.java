package io.betterprompts.local.drill;

import io.betterprompts.local.Main;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The local server in a process of its own, started as {@code make run} starts it, but with the
 * quicker compiler alone; its output goes to a file. */
final class ServerProcess implements AutoCloseable {

    private static final Pattern URL = Pattern.compile("http://localhost:\\d+");
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Process process;
    private final Path output;
    private final String url;

    private ServerProcess(Process process, Path output) {
        this.process = process;
        this.output = output;
        try {
            this.url = waitForUrl();
        } catch (RuntimeException | Error e) {
            close();
            throw e;
        }
    }

    /**
     * Starts one, and waits until it listens. One that does not is ended.
     *
     * @param folder its data directory, where its output is written too
     * @param settings beside {@code PORT} and {@code DATA_DIR}
     */
    static ServerProcess start(Path folder, Map<String, String> settings) {
        return start(folder, settings, folder);
    }

    /** With a folder of classes and resources that hide those of the product. */
    static ServerProcess start(Path folder, Map<String, String> settings, Path before) {
        ProcessBuilder builder = new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx512m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                before + File.pathSeparator + System.getProperty("java.class.path"),
                Main.class.getName());
        builder.environment().put("PORT", "0");
        builder.environment().put("DATA_DIR", folder.toString());
        builder.environment().put("RATE_LIMITS", "off");
        builder.environment().putAll(settings);
        try {
            Files.createDirectories(folder);
            Path output = Files.createTempFile(folder, "output", ".txt");
            builder.redirectErrorStream(true).redirectOutput(output.toFile());
            return new ServerProcess(builder.start(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String waitForUrl() {
        return Await.until(PATIENCE, () -> {
            Matcher url = URL.matcher(output());
            if (url.find()) {
                return url.group();
            }
            if (!process.isAlive()) {
                throw new IllegalStateException("the server does not start:\n" + output());
            }
            return null;
        });
    }

    String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url() {
        return url;
    }

    Footprint footprint() {
        return Footprint.of(process.pid());
    }

    /** Without a warning. */
    void kill() {
        process.destroyForcibly();
        join();
    }

    @Override
    public void close() {
        process.destroy();
        join();
    }

    private void join() {
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
