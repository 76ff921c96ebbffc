package io.betterprompts.enhance;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What there would be new, and what no more. */
record Difference<T>(List<T> added, List<T> removed) {

    Difference {
        added = List.copyOf(added);
        removed = List.copyOf(removed);
    }

    static <T> Difference<T> between(List<T> current, List<T> candidate) {
        return new Difference<>(without(candidate, current), without(current, candidate));
    }

    boolean isNone() {
        return added.isEmpty() && removed.isEmpty();
    }

    private static <T> List<T> without(List<T> all, List<T> some) {
        Set<T> unwanted = new HashSet<>(some);
        return all.stream().filter(each -> !unwanted.contains(each)).toList();
    }
}
