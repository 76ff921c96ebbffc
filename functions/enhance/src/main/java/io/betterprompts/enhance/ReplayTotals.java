package io.betterprompts.enhance;

import io.betterprompts.engine.Verdict;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Sums over replayed prompts.
 *
 * @param newlyEnhanced how many are left alone by the rules in force and would not be
 * @param newlyUnchanged how many would be left alone and are not by the rules in force
 * @param techniques by id, in how many prompts one would be new and in how many no more
 */
record ReplayTotals(
        int prompts,
        long changed,
        long newlyEnhanced,
        long newlyUnchanged,
        Map<String, Count> techniques,
        Compared<Integer> addedTokens) {

    /** In how many prompts. */
    record Count(int added, int removed) {

        private Count plus(Count other) {
            return new Count(added + other.added, removed + other.removed);
        }
    }

    static ReplayTotals of(List<ReplayedPrompt> prompts) {
        return new ReplayTotals(
                prompts.size(),
                prompts.stream().filter(ReplayedPrompt::changed).count(),
                turned(prompts, Verdict.ENHANCED),
                turned(prompts, Verdict.UNCHANGED),
                techniques(prompts),
                new Compared<>(
                        prompts.stream()
                                .mapToInt(p -> p.addedTokens().current())
                                .sum(),
                        prompts.stream()
                                .mapToInt(p -> p.addedTokens().candidate())
                                .sum()));
    }

    private static long turned(List<ReplayedPrompt> prompts, Verdict into) {
        return prompts.stream()
                .map(ReplayedPrompt::verdict)
                .filter(verdict -> verdict.candidate() == into && verdict.current() != into)
                .count();
    }

    private static Map<String, Count> techniques(List<ReplayedPrompt> prompts) {
        Map<String, Count> counts = new TreeMap<>();
        for (ReplayedPrompt prompt : prompts) {
            prompt.techniques().added().forEach(id -> counts.merge(id, new Count(1, 0), Count::plus));
            prompt.techniques().removed().forEach(id -> counts.merge(id, new Count(0, 1), Count::plus));
        }
        return counts;
    }
}
