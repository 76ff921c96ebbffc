package io.betterprompts.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How often each operation gave which answer, and the longest that one took. */
final class FuzzReport {

    private final Map<String, Map<Integer, Integer>> byOperation = new TreeMap<>();
    private int requests;
    private long longestMs;
    private String longest = "";

    void count(String operation, int status, long ms) {
        requests++;
        byOperation.computeIfAbsent(operation, o -> new TreeMap<>()).merge(status, 1, Integer::sum);
        if (ms > longestMs) {
            longestMs = ms;
            longest = operation;
        }
    }

    /** Operations that never did what they are for: of those the run proves little. */
    List<String> neverDone(List<String> operations) {
        return operations.stream()
                .filter(o ->
                        byOperation.getOrDefault(o, Map.of()).keySet().stream().noneMatch(status -> status < 300))
                .toList();
    }

    int requests() {
        return requests;
    }

    void write(Path file) {
        StringBuilder text = new StringBuilder();
        byOperation.forEach((operation, counts) ->
                text.append(operation).append(' ').append(counts).append('\n'));
        text.append(requests)
                .append(" requests, the longest ")
                .append(longestMs)
                .append(" ms: ")
                .append(longest)
                .append('\n');
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
