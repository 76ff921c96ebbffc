package io.betterprompts.benchmarks.data;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A kind of request.
 *
 * @param isBound whether it is one of those that may take 20 ms: lists and searches
 * @param targets paths with their queries, asked for in turn, so that no answer is to a question just asked
 */
record Request(String name, boolean isBound, List<String> targets) {

    static final String HISTORY = "/api/v1/history";

    Request {
        targets = List.copyOf(targets);
    }

    static Request bound(String name, String... targets) {
        return new Request(name, true, List.of(targets));
    }

    /** A search for each of some words, by their places among all, the commonest first. */
    static Request words(String name, Vocabulary words, int from, int to, String more) {
        return new Request(
                name,
                true,
                IntStream.range(from, Math.min(to, words.size()))
                        .mapToObj(place -> HISTORY + "?q=" + words.at(place) + more)
                        .toList());
    }

    static Request other(String name, String... targets) {
        return new Request(name, false, List.of(targets));
    }

    String target(int number) {
        return targets.get(number % targets.size());
    }
}
