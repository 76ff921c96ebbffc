package io.betterprompts.training;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Rows to train on and rows held out, such that no topic has rows on both sides: a model that learned topics instead of
 * tasks is found out.
 */
record GroupedSplit(List<LabelledPrompt> training, List<LabelledPrompt> heldOut) {

    GroupedSplit {
        training = List.copyOf(training);
        heldOut = List.copyOf(heldOut);
    }

    /**
     * Splits by topic alone, so that a row added to a topic never moves the others.
     *
     * @param share of the topics to hold out, 0 to 1
     */
    static GroupedSplit of(List<LabelledPrompt> prompts, double share, long seed) {
        Map<Boolean, List<LabelledPrompt>> sides =
                prompts.stream().collect(Collectors.partitioningBy(prompt -> place(prompt, seed) < share));
        return new GroupedSplit(sides.getOrDefault(false, List.of()), sides.getOrDefault(true, List.of()));
    }

    private static double place(LabelledPrompt prompt, long seed) {
        String group = prompt.topic().isEmpty() ? prompt.text() : prompt.topic();
        long mixed = mix(group.strip().toLowerCase(Locale.ROOT).hashCode() * 0x9E3779B97F4A7C15L + seed);
        return (mixed >>> 11) * 0x1.0p-53;
    }

    /** The finaliser of SplitMix64: neighbouring numbers come out unrelated. */
    private static long mix(long z) {
        long a = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        long b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
        return b ^ (b >>> 31);
    }
}
