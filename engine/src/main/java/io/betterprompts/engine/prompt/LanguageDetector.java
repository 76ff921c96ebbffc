package io.betterprompts.engine.prompt;

import io.betterprompts.engine.data.YamlNode;
import io.betterprompts.engine.prompt.Words.Word;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The language of a text. The script decides where one script means one language; among those that share a script, stop words, cues and
 * letters vote. Says {@link #UNKNOWN} rather than guess, also for languages it knows only well enough to tell that they are none of ours.
 */
final class LanguageDetector {

    static final String UNKNOWN = "und";

    private static final String TRADITIONAL_CHINESE = "zh-Hant";
    private static final int ENOUGH = 2_000;
    private static final int MOST_LETTER_VOTES = 6;
    private static final char FIRST_LETTER = 128;
    private static final String USUAL_IN_LATIN = "en";
    private static final int MARGIN = 2;
    private static final int FEW_WORDS = 4;
    private static final int ENOUGH_VOTES = 3;

    private static final Set<String> DEVANAGARI = Set.of("hi", "mr", "ne");
    private static final Set<String> ARABIC = Set.of("ar", "foreign");
    private static final Set<String> CYRILLIC = Set.of("ru", "bg", "foreign");

    private final Set<String> latin = new HashSet<>();
    private final Map<String, Lexicon> lexicons = new LinkedHashMap<>();
    private final Map<String, Set<String>> others = new HashMap<>();
    private final Map<Character, List<String>> letters = new HashMap<>();

    /**
     * @param languages {@code others}: stop words of languages to recognise as foreign; {@code letters}: those that only one language has
     */
    LanguageDetector(Collection<Lexicon> known, YamlNode languages) {
        known.forEach(lexicon -> lexicons.put(lexicon.language(), lexicon));
        languages.get("others").entries().forEach((code, stops) -> others.put(code, Set.copyOf(stops.texts())));
        latin.addAll(lexicons.keySet());
        latin.addAll(others.keySet());
        latin.add("foreign");
        latin.removeAll(Set.of("hi", "ar", "ru", "zh", "ja", "ko", "mr", "ne", "bg"));
        languages.get("letters").entries().forEach((code, only) -> addLetters(code, only.text()));
    }

    private void addLetters(String language, String only) {
        only.chars()
                .forEach(c -> letters.computeIfAbsent((char) c, unused -> new ArrayList<>())
                        .add(language));
    }

    /** The language of the beginning of a text; some hundred words are enough. */
    String detect(String whole) {
        String text = whole.substring(0, Math.min(whole.length(), ENOUGH));
        Map<UnicodeScript, Integer> scripts = scripts(text);
        int all = scripts.values().stream().mapToInt(Integer::intValue).sum();
        if (all == 0) {
            return UNKNOWN;
        }
        int kana = count(scripts, UnicodeScript.HIRAGANA) + count(scripts, UnicodeScript.KATAKANA);
        int east = count(scripts, UnicodeScript.HAN) + kana;
        if (2 * east >= all) {
            return kana * 20 >= east ? "ja" : chinese(text);
        }
        return switch (main(scripts)) {
            case HANGUL -> "ko";
            case DEVANAGARI -> voted(text, "hi", DEVANAGARI);
            case ARABIC -> voted(text, "ar", ARABIC);
            case CYRILLIC -> voted(text, "ru", CYRILLIC);
            case LATIN -> voted(text, UNKNOWN, latin);
            default -> UNKNOWN;
        };
    }

    private String chinese(String text) {
        Map<String, Integer> votes = letterVotes(text);
        int simplified = votes.getOrDefault("zh", 0);
        return votes.getOrDefault(TRADITIONAL_CHINESE, 0) > simplified ? TRADITIONAL_CHINESE : "zh";
    }

    /** The language with the most votes, if it is one of ours; the usual one if there is no vote or a tie. */
    private String voted(String text, String usual, Set<String> candidates) {
        List<Word> all = Words.of(text);
        Map<String, Integer> votes = new HashMap<>();
        Map<String, Integer> letterVotes = letterVotes(text);
        for (String candidate : candidates) {
            Lexicon lexicon = lexicons.get(candidate);
            int words =
                    lexicon == null ? votes(all, others.getOrDefault(candidate, Set.of())) : votes(text, all, lexicon);
            votes.put(candidate, words + Math.min(MOST_LETTER_VOTES, 2 * letterVotes.getOrDefault(candidate, 0)));
        }
        return winner(votes, usual, all.size());
    }

    /** The language with clearly the most votes; a text of several words needs more than one word to be told by, unless it is the
     * language that most short prompts in Latin script are in.
     */
    private String winner(Map<String, Integer> votes, String usual, int words) {
        int most = votes.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        if (votes.getOrDefault(usual, most == 0 ? 0 : -1) == most) {
            return usual;
        }
        List<String> near = votes.entrySet().stream()
                .filter(vote -> vote.getValue() > Math.max(0, most - MARGIN))
                .map(Map.Entry::getKey)
                .toList();
        boolean clear =
                near.size() == 1 && (words <= FEW_WORDS || most >= ENOUGH_VOTES || near.contains(USUAL_IN_LATIN));
        return clear && lexicons.containsKey(near.getFirst()) ? near.getFirst() : UNKNOWN;
    }

    /** A stop word is two votes; a cue, which may be a word of several languages, one. */
    private static int votes(String text, List<Word> words, Lexicon lexicon) {
        int stops = (int)
                words.stream().filter(word -> lexicon.isStopWord(word.text())).count();
        int cues = (int)
                lexicon.find(text, words).stream().map(CueHit::group).distinct().count();
        return 2 * stops + cues;
    }

    private static int votes(List<Word> words, Set<String> stops) {
        return 2
                * (int) words.stream()
                        .filter(word -> stops.contains(word.text()))
                        .count();
    }

    /** How many letters of the text only one language has, by language; ASCII has none. */
    private Map<String, Integer> letterVotes(String text) {
        Map<String, Integer> votes = new HashMap<>();
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) >= FIRST_LETTER) {
                letters.getOrDefault(text.charAt(at), List.of())
                        .forEach(language -> votes.merge(language, 1, Integer::sum));
            }
        }
        return votes;
    }

    private static UnicodeScript main(Map<UnicodeScript, Integer> scripts) {
        return scripts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
    }

    /** Latin letters count half: among others they are mostly code, names and messages. */
    private static Map<UnicodeScript, Integer> scripts(String text) {
        Map<UnicodeScript, Integer> counts = new EnumMap<>(UnicodeScript.class);
        int ascii = (int) text.chars().filter(LanguageDetector::isAsciiLetter).count();
        text.codePoints()
                .filter(c -> c >= FIRST_LETTER && Character.isLetter(c))
                .forEach(c -> counts.merge(UnicodeScript.of(c), 1, Integer::sum));
        if (ascii > 0) {
            counts.merge(UnicodeScript.LATIN, ascii, Integer::sum);
        }
        counts.computeIfPresent(UnicodeScript.LATIN, (script, count) -> (count + 1) / 2);
        return counts;
    }

    private static boolean isAsciiLetter(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static int count(Map<UnicodeScript, Integer> scripts, UnicodeScript script) {
        return scripts.getOrDefault(script, 0);
    }
}
