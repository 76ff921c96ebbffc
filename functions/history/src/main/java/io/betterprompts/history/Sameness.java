package io.betterprompts.history;

import java.util.List;

/**
 * How two lists begin and end alike.
 *
 * @param head how many items are the same at the beginning
 * @param tail how many of the others are the same at the end
 * @param steps how much work it is at worst to compare what stands between
 */
record Sameness(int head, int tail, long steps) {

    /** Takes well under a second, and is reached by two texts of four thousand words that have nothing in common. */
    private static final long MOST_STEPS = 16_000_000;

    static Sameness of(List<String> from, List<String> to) {
        int shorter = Math.min(from.size(), to.size());
        int head = 0;
        while (head < shorter && from.get(head).equals(to.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < shorter - head && from.get(from.size() - 1 - tail).equals(to.get(to.size() - 1 - tail))) {
            tail++;
        }
        int same = head + tail;
        return new Sameness(head, tail, (long) (from.size() - same) * (to.size() - same));
    }

    /** All that stands between, as one difference. */
    Difference whole(List<String> from, List<String> to) {
        return new Difference(head, from.size() - tail, head, to.size() - tail);
    }

    boolean isWorthComparing() {
        return steps <= MOST_STEPS;
    }

    /** What is the same at the beginning. */
    List<String> head(List<String> list) {
        return list.subList(0, head);
    }

    List<String> middle(List<String> list) {
        return list.subList(head, list.size() - tail);
    }

    /** What is the same at the end. */
    List<String> tail(List<String> list) {
        return list.subList(list.size() - tail, list.size());
    }
}
