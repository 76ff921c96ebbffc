package io.betterprompts.local.drill;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * What became of the writes, and of the server, while something was broken and after it.
 *
 * @param replies all that the clients heard
 * @param recovery from the mending to the first write that was done after it
 * @param leaks threads and descriptors that the server holds and did not hold before, by kind
 */
record Outcome(List<Reply> replies, Duration recovery, Findings findings, Map<String, Integer> leaks) {

    /** In {@code make test} twice the time, because what else runs on the machine is not ours to say. */
    static final Duration ANSWER_WITHIN = Duration.ofSeconds(DrillSize.of(4, 2));

    static final Duration RECOVERY_WITHIN = Duration.ofSeconds(5);

    Outcome {
        replies = List.copyOf(replies);
        leaks = Map.copyOf(leaks);
    }

    long done() {
        return replies.stream().filter(Reply::isDone).count();
    }

    long refused() {
        return replies.stream().filter(Reply::isRefusal).count();
    }

    /** Answers that are neither, and requests without any. */
    List<Reply> odd() {
        return replies.stream()
                .filter(reply -> !reply.isDone() && !reply.isRefusal())
                .toList();
    }

    Duration slowest() {
        return replies.stream().map(Reply::time).max(Comparator.naturalOrder()).orElse(Duration.ZERO);
    }

    boolean holds() {
        return odd().isEmpty()
                && slowest().compareTo(ANSWER_WITHIN) <= 0
                && recovery.compareTo(RECOVERY_WITHIN) <= 0
                && findings.equals(new Findings(0, 0, 0))
                && leaks.isEmpty();
    }

    @Override
    public String toString() {
        return "%d done, %d refused, odd %s, slowest %d ms, recovery %d ms, %s, leaks %s"
                .formatted(
                        done(),
                        refused(),
                        odd().stream().limit(3).toList(),
                        slowest().toMillis(),
                        recovery.toMillis(),
                        findings,
                        leaks);
    }
}
