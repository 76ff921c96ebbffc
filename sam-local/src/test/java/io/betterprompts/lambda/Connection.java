package io.betterprompts.lambda;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A TCP connection that a process of this machine holds.
 *
 * @param port that it goes to
 * @param state as Linux counts: 1 is established, 8 waits for this side to close it
 */
public record Connection(int port, int state) {

    /** Of a socket that waits for connections and is none itself. */
    private static final int LISTENING = 10;

    /** The process's, as Linux lists them: of all sockets of its network, those that it has open as files. */
    static List<Connection> of(long pid) {
        Path proc = Path.of("/proc", Long.toString(pid));
        try {
            Set<String> own = sockets(proc.resolve("fd"));
            List<Connection> found = new ArrayList<>();
            for (String table : List.of("tcp", "tcp6")) {
                Files.readAllLines(proc.resolve("net").resolve(table)).stream()
                        .skip(1)
                        .map(line -> line.strip().split("\\s+", -1))
                        .filter(columns -> own.contains("socket:[" + columns[9] + "]"))
                        .map(Connection::read)
                        .filter(connection -> connection.state != LISTENING)
                        .forEach(found::add);
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> sockets(Path descriptors) throws IOException {
        Set<String> sockets = new HashSet<>();
        try (Stream<Path> files = Files.list(descriptors)) {
            for (Path file : files.toList()) {
                if (Files.isSymbolicLink(file)) {
                    sockets.add(Files.readSymbolicLink(file).toString());
                }
            }
        }
        return sockets;
    }

    private static Connection read(String[] columns) {
        String remote = columns[2];
        return new Connection(
                Integer.parseInt(remote.substring(remote.lastIndexOf(':') + 1), 16), Integer.parseInt(columns[3], 16));
    }
}
