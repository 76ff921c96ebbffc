package io.betterprompts.local;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** The running server that the abuse suite works on: one for all its classes, stopped with the process. */
final class AbusedServer {

    private static final AtomicInteger ADDRESSES = new AtomicInteger();

    private final Path folder;
    private final LocalServer server;

    private AbusedServer(Path folder) {
        this.folder = folder;
        this.server = new LocalServer(
                LocalSettings.from(Map.of("PORT", "0", "DATA_DIR", folder.toString())),
                new Progress(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)));
    }

    static AbusedServer running() {
        return Running.SERVER;
    }

    String url() {
        return server.url();
    }

    /** What is behind its gateway. */
    LocalFunctions functions() {
        return server.functions();
    }

    /** Nobody yet, from an address that no other client has: limits on addresses are of no matter to it. */
    LocalClient anyone() {
        int number = ADDRESSES.incrementAndGet();
        return new LocalClient(server.url()).from("127.9." + number / 250 + "." + (number % 250 + 1));
    }

    /** The secret that only {@code auth} may read. */
    String signingSecret() {
        try {
            return Files.readString(folder.resolve("signing-secret"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void stop() {
        server.close();
        LastingFolder.delete(folder);
    }

    private static final class Running {
        static final AbusedServer SERVER = start();

        private static AbusedServer start() {
            AbusedServer server = new AbusedServer(LastingFolder.make("abuse"));
            Runtime.getRuntime().addShutdownHook(new Thread(server::stop, "stop"));
            return server;
        }
    }
}
