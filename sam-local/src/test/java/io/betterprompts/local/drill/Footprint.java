package io.betterprompts.local.drill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What a process holds, as Linux counts it: threads by their names, but for those of the just-in-time compiler, and file
 * descriptors by what they are of.
 */
record Footprint(Map<String, Integer> counts) {

    /** In which column of Linux's tables of connections it is. */
    private static final int REMOTE = 2;

    /** Of a connection that a process has open; 0 if none has. */
    private static final int INODE = 9;

    Footprint {
        counts = Map.copyOf(counts);
    }

    static Footprint of(long pid) {
        Path process = Path.of("/proc", Long.toString(pid));
        Map<String, Integer> counts = new TreeMap<>();
        count(process.resolve("task"), Footprint::thread, counts);
        count(process.resolve("fd"), Footprint::descriptor, counts);
        return new Footprint(counts);
    }

    /** How many connections there are to a port of this machine, seen from those that opened them. */
    static int connectionsTo(int port) {
        String remote = String.format(Locale.ROOT, ":%04X", port);
        return (int) Stream.of(Path.of("/proc/net/tcp"), Path.of("/proc/net/tcp6"))
                .filter(Files::exists)
                .flatMap(table -> lines(table).stream())
                .map(line -> line.strip().split("\\s+", -1))
                .filter(fields -> fields[REMOTE].endsWith(remote) && !fields[INODE].equals("0"))
                .count();
    }

    private static List<String> lines(Path table) {
        try {
            return Files.readAllLines(table);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Without so many of a kind. */
    Footprint without(String kind, int number) {
        Map<String, Integer> others = new TreeMap<>(counts);
        others.merge(kind, -number, Integer::sum);
        return new Footprint(others);
    }

    /**
     * What it holds that it did not hold before, by kind.
     *
     * @param most of a kind that is a pool with a bound, whatever it held before
     */
    Map<String, Integer> beyond(Footprint before, Map<String, Integer> most) {
        Map<String, Integer> beyond = new TreeMap<>();
        counts.forEach((kind, count) -> {
            int allowed = Math.max(before.counts.getOrDefault(kind, 0), most.getOrDefault(kind, 0));
            if (count > allowed) {
                beyond.put(kind, count - allowed);
            }
        });
        return beyond;
    }

    /** What goes while it is counted is not there. */
    private static void count(Path folder, Function<Path, String> kind, Map<String, Integer> counts) {
        try (Stream<Path> entries = Files.list(folder)) {
            entries.map(kind).filter(name -> !name.isEmpty()).forEach(name -> counts.merge(name, 1, Integer::sum));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Linux knows the first 15 characters of a name. */
    private static String thread(Path task) {
        try {
            String name = Files.readString(task.resolve("comm")).strip();
            return name.matches("C[12] .*") ? "" : "thread " + name.replaceAll("[0-9]+.*", "");
        } catch (IOException e) {
            return "";
        }
    }

    private static String descriptor(Path descriptor) {
        try {
            String target = Files.readSymbolicLink(descriptor).toString();
            return target.startsWith("/") ? "file" : target.replaceAll("[:\\[].*", "");
        } catch (IOException e) {
            return "";
        }
    }
}
