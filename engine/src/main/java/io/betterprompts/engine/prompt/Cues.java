package io.betterprompts.engine.prompt;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Groups of whole-word cues looked up in one pass: {@code how many} matches two words in a row, {@code summari*} a word that starts so,
 * and a cue in a script without spaces matches anywhere.
 */
final class Cues {

    private static final int LONGEST_PREFIX = 24;

    private record Cue(String group, List<String> words, boolean prefix) {}

    private final Map<String, List<Cue>> byFirstWord = new HashMap<>();
    private final Map<String, List<Cue>> byPrefix = new HashMap<>();
    private final Map<Character, List<Cue>> unspaced = new HashMap<>();

    Cues(Map<String, List<String>> groups) {
        groups.forEach((group, cues) -> cues.forEach(cue -> add(group, cue)));
    }

    /** The groups of which at least one cue stands in the text, in the order of their appearance. */
    Set<String> in(String text) {
        Set<String> found = new LinkedHashSet<>();
        List<String> words = Words.of(text);
        for (int at = 0; at < words.size(); at++) {
            matchWords(words, at, found);
        }
        for (int at = 0; !unspaced.isEmpty() && at < text.length(); at++) {
            matchUnspaced(text, at, found);
        }
        return found;
    }

    private void add(String group, String cue) {
        if (Words.unspaced(cue.charAt(0))) {
            put(unspaced, cue.charAt(0), new Cue(group, List.of(cue), false));
            return;
        }
        boolean prefix = cue.endsWith("*");
        List<String> words = Words.of(prefix ? cue.substring(0, cue.length() - 1) : cue);
        if (words.isEmpty()) {
            throw new IllegalArgumentException("the cue '" + cue + "' has no word");
        }
        Cue added = new Cue(group, words, prefix);
        put(prefix && words.size() == 1 ? byPrefix : byFirstWord, words.getFirst(), added);
    }

    private static <K> void put(Map<K, List<Cue>> index, K key, Cue cue) {
        index.computeIfAbsent(key, unused -> new ArrayList<>()).add(cue);
    }

    private void matchWords(List<String> words, int at, Set<String> found) {
        for (Cue cue : byFirstWord.getOrDefault(words.get(at), List.of())) {
            if (matches(cue, words, at)) {
                found.add(cue.group());
            }
        }
        String word = words.get(at);
        for (int length = 1; length <= Math.min(word.length(), LONGEST_PREFIX) && !byPrefix.isEmpty(); length++) {
            byPrefix.getOrDefault(word.substring(0, length), List.of()).forEach(cue -> found.add(cue.group()));
        }
    }

    private static boolean matches(Cue cue, List<String> words, int at) {
        int size = cue.words().size();
        if (at + size > words.size()) {
            return false;
        }
        int exact = cue.prefix() ? size - 1 : size;
        boolean same = cue.words().subList(0, exact).equals(words.subList(at, at + exact));
        return same
                && (!cue.prefix()
                        || words.get(at + size - 1).startsWith(cue.words().getLast()));
    }

    private void matchUnspaced(String text, int at, Set<String> found) {
        for (Cue cue : unspaced.getOrDefault(text.charAt(at), List.of())) {
            if (text.startsWith(cue.words().getFirst(), at)) {
                found.add(cue.group());
            }
        }
    }
}
