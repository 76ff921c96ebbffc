package io.betterprompts.training;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** Cuts examples into batches of similar length, since every row of a batch costs as much as its longest. */
final class Batches {

    /** Batches a bucket: enough for similar lengths, few enough that batches differ from epoch to epoch. */
    private static final int BUCKET = 16;

    private Batches() {}

    static List<List<Example>> shuffled(List<Example> examples, int size, Random random) {
        List<Example> order = new ArrayList<>(examples);
        Collections.shuffle(order, random);
        List<List<Example>> batches = new ArrayList<>();
        for (List<Example> bucket : cut(order, size * BUCKET)) {
            batches.addAll(inOrder(bucket, size));
        }
        Collections.shuffle(batches, random);
        return batches;
    }

    /** From short to long. */
    static List<List<Example>> inOrder(List<Example> examples, int size) {
        return cut(
                examples.stream()
                        .sorted(Comparator.comparingInt(Example::length))
                        .toList(),
                size);
    }

    private static List<List<Example>> cut(List<Example> examples, int size) {
        List<List<Example>> parts = new ArrayList<>();
        for (int from = 0; from < examples.size(); from += size) {
            parts.add(examples.subList(from, Math.min(examples.size(), from + size)));
        }
        return parts;
    }
}
