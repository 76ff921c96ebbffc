package io.betterprompts.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Finds all pairs of texts whose counts of four-character pieces have at least a given cosine, without comparing all
 * pairs: of each text only its rarest pieces are looked up, just so many that the rest is too short to reach the cosine
 * alone. The rarest piece that two texts share is therefore among those of both, if their cosine is high enough.
 */
final class NearDuplicates {

    private static final int PIECE = 4;

    private final double cosine;

    NearDuplicates(double cosine) {
        this.cosine = cosine;
    }

    /** Places of two texts in the list, the earlier one first. */
    record Pair(int first, int second) {}

    List<Pair> in(List<String> texts) {
        List<Vector> vectors = vectors(texts);
        Map<Integer, List<Integer>> index = new HashMap<>();
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < vectors.size(); i++) {
            for (int other : candidates(i, vectors.get(i), index)) {
                if (vectors.get(other).reaches(cosine, vectors.get(i))) {
                    pairs.add(new Pair(other, i));
                }
            }
        }
        return pairs;
    }

    /** The earlier texts that share a telling piece; the text itself is added for the later ones. */
    private Set<Integer> candidates(int place, Vector vector, Map<Integer, List<Integer>> index) {
        Set<Integer> candidates = new HashSet<>();
        double rest = 1;
        for (int i = 0; i < vector.ranks.length && rest >= cosine * cosine; i++) {
            List<Integer> places = index.computeIfAbsent(vector.ranks[i], unknown -> new ArrayList<>());
            candidates.addAll(places);
            places.add(place);
            rest -= vector.weights[i] * vector.weights[i];
        }
        return candidates;
    }

    private static List<Vector> vectors(List<String> texts) {
        List<Map<Long, Integer>> counts =
                texts.stream().map(NearDuplicates::pieces).toList();
        Map<Long, Integer> ranks = ranks(counts);
        return counts.stream().map(count -> new Vector(count, ranks)).toList();
    }

    /** The rarest piece has the lowest rank. */
    private static Map<Long, Integer> ranks(List<Map<Long, Integer>> counts) {
        Map<Long, Integer> texts = new HashMap<>();
        counts.forEach(count -> count.keySet().forEach(piece -> texts.merge(piece, 1, Integer::sum)));
        Map<Long, Integer> ranks = new HashMap<>();
        texts.entrySet().stream()
                .sorted(Map.Entry.<Long, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .forEach(entry -> ranks.put(entry.getKey(), ranks.size()));
        return ranks;
    }

    private static Map<Long, Integer> pieces(String text) {
        String plain = text.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
        Map<Long, Integer> counts = new HashMap<>();
        for (int i = 0; i == 0 || i + PIECE <= plain.length(); i++) {
            counts.merge(packed(plain, i), 1, Integer::sum);
        }
        return counts;
    }

    /** Four characters of 16 bits in one number, the last one repeated where the text is shorter. */
    private static long packed(String text, int from) {
        long packed = 0;
        for (int i = from; i < from + PIECE; i++) {
            packed = (packed << Character.SIZE) | text.charAt(Math.min(i, text.length() - 1));
        }
        return packed;
    }

    /** Counts of pieces, of length 1, the rarest piece first. */
    private static final class Vector {

        private final int[] ranks;
        private final double[] weights;

        /** The length of what follows, from each place on. */
        private final double[] rests;

        Vector(Map<Long, Integer> counts, Map<Long, Integer> ranking) {
            long[] rankedCounts = counts.entrySet().stream()
                    .mapToLong(entry ->
                            ((long) ranking.getOrDefault(entry.getKey(), 0) << Integer.SIZE) | entry.getValue())
                    .sorted()
                    .toArray();
            ranks = Arrays.stream(rankedCounts)
                    .mapToInt(ranked -> (int) (ranked >>> Integer.SIZE))
                    .toArray();
            double[] plain = Arrays.stream(rankedCounts)
                    .mapToDouble(ranked -> (int) ranked)
                    .toArray();
            double length =
                    Math.sqrt(Arrays.stream(plain).map(count -> count * count).sum());
            weights = Arrays.stream(plain).map(count -> count / length).toArray();
            rests = rests(weights);
        }

        private static double[] rests(double[] weights) {
            double[] rests = new double[weights.length];
            double squares = 0;
            for (int i = weights.length - 1; i >= 0; i--) {
                squares += weights[i] * weights[i];
                rests[i] = Math.sqrt(squares);
            }
            return rests;
        }

        /** Stops as soon as the rest cannot bring it to the cosine any more. */
        boolean reaches(double cosine, Vector other) {
            double product = 0;
            int theirs = 0;
            for (int own = 0; own < ranks.length && product + rests[own] >= cosine; own++) {
                while (theirs < other.ranks.length && other.ranks[theirs] < ranks[own]) {
                    theirs++;
                }
                if (theirs < other.ranks.length && other.ranks[theirs] == ranks[own]) {
                    product += weights[own] * other.weights[theirs];
                }
            }
            return product >= cosine;
        }
    }
}
