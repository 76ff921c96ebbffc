package io.betterprompts.engine.generate;

import io.betterprompts.engine.prompt.Context.Example;
import java.util.List;
import java.util.stream.Collectors;

/** The user's examples as text: an arrow where both sides are short lines, else one below the other. */
final class Examples {

    private static final int SHORT = 60;

    private Examples() {}

    static String asLines(List<Example> examples) {
        boolean arrows = examples.stream().allMatch(example -> isShort(example.input()) && isShort(example.output()));
        return examples.stream()
                .map(example -> arrows ? arrow(example) : below(example))
                .collect(Collectors.joining(arrows ? "\n" : "\n\n"));
    }

    private static String arrow(Example example) {
        return example.input().strip() + " → " + example.output().strip();
    }

    private static String below(Example example) {
        return example.input().strip() + "\n→\n" + example.output().strip();
    }

    private static boolean isShort(String text) {
        return text.strip().length() <= SHORT && text.strip().lines().count() <= 1;
    }
}
