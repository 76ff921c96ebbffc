package io.betterprompts.engine.prompt;

import io.betterprompts.engine.prompt.Words.Word;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Whole-word cues looked up in one pass: {@code how many} matches two words in a row, {@code summari*} a word that starts so,
 * and a cue in a script without spaces matches anywhere.
 */
final class Cues {

    private static final int SHORTEST_PREFIX = 2;

    private record Cue(String group, String name, List<String> words, boolean prefix) {}

    /** Of two names that start at the same place the longer one is meant. */
    private static final Comparator<Cue> LONGEST_FIRST = Comparator.comparingInt(
                    (Cue cue) -> String.join(" ", cue.words()).length())
            .reversed();

    private final Map<String, List<Cue>> byFirstWord = new HashMap<>();
    private final Map<Character, List<Cue>> byPrefix = new HashMap<>();
    private final Map<Character, List<Cue>> unspaced = new HashMap<>();

    /**
     * Adds a cue.
     *
     * @throws IllegalArgumentException if it has no word, or is a prefix of one letter
     */
    void add(String group, String name, String cue) {
        boolean prefix = cue.endsWith("*");
        String text = prefix ? cue.substring(0, cue.length() - 1) : cue;
        List<String> words = Words.of(text).stream().map(Word::text).toList();
        if (words.isEmpty() || (prefix && isVague(words))) {
            throw new IllegalArgumentException("the cue '" + cue + "' is too short");
        }
        if (Words.unspaced(text.charAt(0))) {
            put(unspaced, text.charAt(0), new Cue(group, name, List.of(text), true));
        } else if (prefix && words.size() == 1) {
            put(byPrefix, words.getFirst().charAt(0), new Cue(group, name, words, true));
        } else {
            put(byFirstWord, words.getFirst(), new Cue(group, name, words, prefix));
        }
    }

    /** All cues in a text, by where they start. */
    List<CueHit> in(String text) {
        return in(text, Words.of(text));
    }

    /** The same where the words are known. */
    List<CueHit> in(String text, List<Word> words) {
        List<CueHit> hits = new ArrayList<>();
        for (int at = 0; at < words.size(); at++) {
            Word word = words.get(at);
            matchWords(words, at, hits);
            matchPrefix(word, hits);
            if (!unspaced.isEmpty()) {
                matchUnspaced(text, word, hits);
            }
        }
        return hits;
    }

    private static <K> void put(Map<K, List<Cue>> index, K key, Cue cue) {
        List<Cue> cues = index.computeIfAbsent(key, unused -> new ArrayList<>());
        cues.add(cue);
        cues.sort(LONGEST_FIRST);
    }

    /** One letter is no prefix; one Korean syllable can be a word. */
    private static boolean isVague(List<String> words) {
        String only = words.getFirst();
        return words.size() == 1 && only.length() < SHORTEST_PREFIX && !Words.isHangul(only.charAt(0));
    }

    private void matchWords(List<Word> words, int at, List<CueHit> hits) {
        for (Cue cue : byFirstWord.getOrDefault(words.get(at).text(), List.of())) {
            if (matches(cue, words, at)) {
                int last = at + cue.words().size() - 1;
                hits.add(new CueHit(
                        cue.group(),
                        cue.name(),
                        words.get(at).start(),
                        words.get(last).end()));
            }
        }
    }

    private static boolean matches(Cue cue, List<Word> words, int at) {
        int size = cue.words().size();
        if (at + size > words.size()) {
            return false;
        }
        for (int next = 1; next < size; next++) {
            String word = words.get(at + next).text();
            String wanted = cue.words().get(next);
            boolean open = cue.prefix() && next == size - 1;
            if (open ? !word.startsWith(wanted) : !word.equals(wanted)) {
                return false;
            }
        }
        return true;
    }

    private void matchPrefix(Word word, List<CueHit> hits) {
        for (Cue cue : byPrefix.getOrDefault(word.text().charAt(0), List.of())) {
            if (word.text().startsWith(cue.words().getFirst())) {
                hits.add(new CueHit(cue.group(), cue.name(), word.start(), word.end()));
            }
        }
    }

    private void matchUnspaced(String text, Word word, List<CueHit> hits) {
        for (int at = word.start(); at < word.end(); at++) {
            for (Cue cue : unspaced.getOrDefault(text.charAt(at), List.of())) {
                String wanted = cue.words().getFirst();
                if (text.startsWith(wanted, at)) {
                    hits.add(new CueHit(cue.group(), cue.name(), at, at + wanted.length()));
                }
            }
        }
    }
}
