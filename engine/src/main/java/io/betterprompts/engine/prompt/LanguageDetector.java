package io.betterprompts.engine.prompt;

import io.betterprompts.engine.prompt.Words.Word;
import java.lang.Character.UnicodeScript;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The language of a text: by script where one script means one language, by stop words among those in Latin script. Says
 * {@link #UNKNOWN} rather than guess, also for languages it knows only well enough to tell that they are none of ours.
 */
final class LanguageDetector {

    static final String UNKNOWN = "und";

    private static final int ENOUGH_WORDS = 400;
    private static final String NOT_ARABIC = "پچژگکیټډړښۍےٹڈڑں";
    private static final String NOT_RUSSIAN = "іїєґђљњћџјѓќўҐІЇЄЂЉЊЋЏЈ";

    private final Collection<Lexicon> lexicons;
    private final Map<String, Set<String>> others;

    /**
     * @param others stop words of languages to recognise as foreign, by language
     */
    LanguageDetector(Collection<Lexicon> lexicons, Map<String, Set<String>> others) {
        this.lexicons = List.copyOf(lexicons);
        this.others = Map.copyOf(others);
    }

    String detect(String text) {
        Map<UnicodeScript, Integer> scripts = scripts(text);
        int letters = scripts.values().stream().mapToInt(Integer::intValue).sum();
        if (letters == 0) {
            return UNKNOWN;
        }
        int east = count(scripts, UnicodeScript.HAN) + kana(scripts);
        if (2 * east >= letters || kana(scripts) > letters / 4) {
            return kana(scripts) * 20 >= east ? "ja" : "zh";
        }
        UnicodeScript main = scripts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
        return switch (main) {
            case HANGUL -> "ko";
            case DEVANAGARI -> "hi";
            case ARABIC -> containsAny(text, NOT_ARABIC) ? UNKNOWN : "ar";
            case CYRILLIC -> containsAny(text, NOT_RUSSIAN) ? UNKNOWN : "ru";
            case LATIN -> latin(text);
            default -> UNKNOWN;
        };
    }

    private String latin(String text) {
        List<Word> all = Words.of(text);
        List<Word> words = all.subList(0, Math.min(ENOUGH_WORDS, all.size()));
        Map<String, Integer> votes = new HashMap<>();
        lexicons.forEach(lexicon -> votes.put(lexicon.language(), votes(text, words, lexicon)));
        others.forEach((language, stops) -> votes.put(language, votes(words, stops)));
        List<Map.Entry<String, Integer>> ranked = votes.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .toList();
        boolean clear = ranked.getFirst().getValue()
                > (ranked.size() > 1 ? ranked.get(1).getValue() : 0);
        boolean ours = !others.containsKey(ranked.getFirst().getKey());
        return clear && ours ? ranked.getFirst().getKey() : UNKNOWN;
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

    private static Map<UnicodeScript, Integer> scripts(String text) {
        Map<UnicodeScript, Integer> counts = new EnumMap<>(UnicodeScript.class);
        text.codePoints().filter(Character::isLetter).forEach(c -> counts.merge(UnicodeScript.of(c), 1, Integer::sum));
        return counts;
    }

    private static int kana(Map<UnicodeScript, Integer> scripts) {
        return count(scripts, UnicodeScript.HIRAGANA) + count(scripts, UnicodeScript.KATAKANA);
    }

    private static int count(Map<UnicodeScript, Integer> scripts, UnicodeScript script) {
        return scripts.getOrDefault(script, 0);
    }

    private static boolean containsAny(String text, String letters) {
        return text.chars().anyMatch(c -> letters.indexOf(c) >= 0);
    }
}
