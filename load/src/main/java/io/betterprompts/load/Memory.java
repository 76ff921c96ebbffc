package io.betterprompts.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * How much memory the server, its PostgreSQL and all the processes they started hold, looked at every five seconds. A page
 * that several of them share, as those of PostgreSQL do, is counted once (PSS).
 */
final class Memory implements AutoCloseable {

    private static final int SECONDS = 5;

    private final Optional<LocalStack> server;
    private final List<Long> megabytes = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();

    /** @param server empty for one that was not started here, whose memory nobody can see */
    Memory(Optional<LocalStack> server) {
        this.server = server;
        var unused = clock.scheduleAtFixedRate(() -> server.ifPresent(this::look), 0, SECONDS, TimeUnit.SECONDS);
    }

    private void look(LocalStack stack) {
        long kilobytes =
                stack.processes().mapToLong(each -> kilobytes(each.pid())).sum();
        megabytes.add(kilobytes / 1024);
    }

    boolean isSeen() {
        return server.isPresent();
    }

    /** None for a process that has just ended. */
    private static long kilobytes(long pid) {
        try {
            return Files.readAllLines(Path.of("/proc/" + pid + "/smaps_rollup")).stream()
                    .filter(line -> line.startsWith("Pss:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                    .sum();
        } catch (IOException e) {
            return 0;
        }
    }

    long most() {
        return megabytes.stream().mapToLong(Long::longValue).max().orElse(0);
    }

    /** The median of a part of the time, such as from 0.9 to 1. */
    long median(double from, double to) {
        List<Long> all = new ArrayList<>(megabytes);
        List<Long> part = all.subList((int) (all.size() * from), (int) (all.size() * to)).stream()
                .sorted()
                .toList();
        return part.get(part.size() / 2);
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
