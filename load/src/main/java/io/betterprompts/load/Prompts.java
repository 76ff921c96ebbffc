package io.betterprompts.load;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Prompts of thirty words, each of which the encoder takes for one token; with its marks of beginning and end, 32. */
final class Prompts {

    private static final int WORDS = 30;

    private static final List<String> BEGINNINGS = List.of(
            "write a short story about",
            "explain in simple words why",
            "give me ten ideas for",
            "make a plan for",
            "write a function in python for",
            "find the main reason why");

    private static final List<String> MORE =
            List.of(("the small old new green red blue long early late house garden river city school team game market"
                            + " train bridge office summer winter morning night music story paper number value list map"
                            + " and with for from near after before under without because")
                    .split(" "));

    private Prompts() {}

    /** The body of a request to enhance a prompt that hardly anybody has sent before. */
    static String any(Random random) {
        String beginning = BEGINNINGS.get(random.nextInt(BEGINNINGS.size()));
        int more = WORDS - beginning.split(" ").length;
        return IntStream.range(0, more)
                .mapToObj(i -> MORE.get(random.nextInt(MORE.size())))
                .collect(Collectors.joining(" ", "{\"text\": \"" + beginning + " ", "\"}"));
    }

    /** Always the same ones for the same name. */
    static List<String> of(String name, int count) {
        Random random = new Random(name.hashCode());
        return IntStream.range(0, count).mapToObj(i -> any(random)).toList();
    }
}
