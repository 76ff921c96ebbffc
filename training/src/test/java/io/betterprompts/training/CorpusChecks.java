package io.betterprompts.training;

import io.betterprompts.engine.classify.Intent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rules that keep a corpus worth training on. Each gives a line for whatever breaks it. */
final class CorpusChecks {

    static final double NEAR = 0.85;
    static final int ENGLISH_ROWS = 200;
    static final int OTHER_ROWS = 60;

    /** The largest number of English rows of a label, over the smallest. */
    static final double BALANCE = 1.6;

    /** Rows of a label that may begin with the same three words, or share a frame. */
    static final int ALIKE = 3;

    private static final int FRAME_WORDS = 100;
    private static final int LONGEST_FRAMED = 40;
    private static final Pattern WORD = Pattern.compile("[\\p{L}']+|\\p{Nd}+|[^\\s\\p{L}\\p{Nd}]");
    private static final String SLOT = "_";

    private CorpusChecks() {}

    static List<String> duplicates(List<LabelledPrompt> prompts) {
        return groups(prompts, prompt -> words(prompt.text()).toString())
                .filter(group -> group.size() > 1)
                .map(group -> group.size() + " times: " + shown(group.getFirst()))
                .toList();
    }

    static List<String> nearDuplicates(List<LabelledPrompt> prompts) {
        return new NearDuplicates(NEAR)
                .in(prompts.stream().map(LabelledPrompt::text).toList()).stream()
                        .map(pair -> shown(prompts.get(pair.first())) + " // " + shown(prompts.get(pair.second())))
                        .toList();
    }

    /** Rows of the corpus that are, nearly, also in a file that it must not have seen. */
    static List<String> leaks(List<LabelledPrompt> corpus, List<LabelledPrompt> unseen) {
        List<String> texts = Stream.concat(corpus.stream(), unseen.stream())
                .map(LabelledPrompt::text)
                .toList();
        return new NearDuplicates(NEAR)
                .in(texts).stream()
                        .filter(pair -> pair.first() < corpus.size() && pair.second() >= corpus.size())
                        .map(pair -> shown(corpus.get(pair.first())))
                        .toList();
    }

    static List<String> repeatedOpenings(List<LabelledPrompt> prompts) {
        return groups(prompts, prompt -> opening(prompt.text()) + " " + prompt.intent())
                .filter(group ->
                        group.size() > ALIKE && words(group.getFirst().text()).size() > 3)
                .map(group -> group.size() + " rows begin like: " + shown(group.getFirst()))
                .toList();
    }

    private static String opening(String text) {
        return words(text).stream()
                .filter(word -> Character.isLetterOrDigit(word.codePointAt(0)))
                .limit(3)
                .collect(Collectors.joining(" "));
    }

    /**
     * Rows that differ only in what fills the slots of a frame. The frame of a row is its most common words, with one
     * slot for each run of other words between them; a frame says nothing with fewer than three words.
     */
    static List<String> templateFamilies(List<LabelledPrompt> prompts) {
        List<LabelledPrompt> english = prompts.stream()
                .filter(LabelledPrompt::isEnglish)
                .filter(prompt -> words(prompt.text()).size() <= LONGEST_FRAMED)
                .toList();
        Set<String> common = commonWords(english);
        return groups(english, prompt -> frame(prompt.text(), common) + " " + prompt.intent())
                .filter(group -> group.size() > ALIKE)
                .filter(group -> saysSomething(frame(group.getFirst().text(), common)))
                .map(group -> group.size() + " rows like: " + shown(group.getFirst()))
                .toList();
    }

    private static Set<String> commonWords(List<LabelledPrompt> prompts) {
        Map<String, Long> counts = prompts.stream()
                .flatMap(prompt -> words(prompt.text()).stream().distinct())
                .filter(word -> Character.isLetter(word.charAt(0)))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .limit(FRAME_WORDS)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static List<String> frame(String text, Set<String> common) {
        List<String> frame = new ArrayList<>();
        for (String word : words(text)) {
            String kept = common.contains(word) ? word : SLOT;
            if (!kept.equals(SLOT) || frame.isEmpty() || !frame.getLast().equals(SLOT)) {
                frame.add(kept);
            }
        }
        return frame;
    }

    private static boolean saysSomething(List<String> frame) {
        return frame.contains(SLOT)
                && frame.stream().filter(word -> !word.equals(SLOT)).count() >= 3;
    }

    static List<String> thinLabels(List<LabelledPrompt> prompts) {
        return Arrays.stream(Intent.values())
                .flatMap(intent -> Stream.of(
                        tooFew(intent, "English", ENGLISH_ROWS, rows(prompts, intent, true)),
                        tooFew(intent, "other", OTHER_ROWS, rows(prompts, intent, false))))
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private static String tooFew(Intent intent, String kind, int wanted, long rows) {
        return rows >= wanted ? "" : intent.label() + ": " + rows + " " + kind + " rows of " + wanted;
    }

    static List<String> imbalance(List<LabelledPrompt> prompts) {
        List<Long> rows = Arrays.stream(Intent.values())
                .map(intent -> rows(prompts, intent, true))
                .sorted(Comparator.naturalOrder())
                .toList();
        return rows.getLast() <= BALANCE * rows.getFirst()
                ? List.of()
                : List.of("from " + rows.getFirst() + " to " + rows.getLast() + " English rows a label");
    }

    private static long rows(List<LabelledPrompt> prompts, Intent intent, boolean english) {
        return prompts.stream()
                .filter(prompt -> prompt.intent() == intent && prompt.isEnglish() == english)
                .count();
    }

    private static Stream<List<LabelledPrompt>> groups(
            Collection<LabelledPrompt> prompts, Function<LabelledPrompt, String> key) {
        return prompts.stream().collect(Collectors.groupingBy(key)).values().stream();
    }

    private static List<String> words(String text) {
        return WORD.matcher(text.toLowerCase(Locale.ROOT))
                .results()
                .map(match -> match.group())
                .toList();
    }

    private static String shown(LabelledPrompt prompt) {
        String text = prompt.text();
        return prompt.intent().label() + " «" + text.substring(0, Math.min(80, text.length())) + "»";
    }
}
