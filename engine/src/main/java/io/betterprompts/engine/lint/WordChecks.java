package io.betterprompts.engine.lint;

import io.betterprompts.engine.lint.Finding.Range;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Checks of how an instruction is worded. */
final class WordChecks {

    private static final int MANY_QUESTIONS = 3;
    private static final int MANY_ADDITIONS = 2;
    private static final int LONG_SENTENCE = 60;
    private static final int WHOLE_SENTENCE = 6;
    private static final int ENOUGH_WORDS = 7;
    private static final int MOST_SENTENCES = 12;
    private static final String QUESTION = "?？؟";
    private static final Pattern SHOUTING =
            Pattern.compile("(?=\\p{Lu})(?<![\\p{L}\\d])\\p{Lu}{3,}+(?:[ ,!]{1,3}+\\p{Lu}{2,}+(?!\\w)){3,}+");

    private WordChecks() {}

    static List<Range> severalTasks(Subject subject) {
        String instruction = subject.prompt().instruction();
        List<Range> questions = IntStream.range(0, instruction.length())
                .filter(at -> QUESTION.indexOf(instruction.charAt(at)) >= 0)
                .mapToObj(at -> new Range(at, at + 1))
                .toList();
        List<Range> additions = subject.cues("also_task");
        return questions.size() >= MANY_QUESTIONS
                ? questions
                : additions.size() >= MANY_ADDITIONS ? additions : List.of();
    }

    /** A pronoun as the very first word has nothing to point back to. */
    static List<Range> pronounStart(Subject subject) {
        String text = subject.prompt().text();
        int first = text.length() - text.stripLeading().length();
        return subject.cues("pronoun_start").stream()
                .filter(range -> range.start() == first)
                .limit(1)
                .toList();
    }

    static List<Range> allCaps(Subject subject) {
        return SHOUTING.matcher(subject.prompt().instruction())
                .results()
                .map(match -> new Range(match.start(), match.end()))
                .toList();
    }

    static List<Range> longSentence(Subject subject) {
        String instruction = subject.prompt().instruction();
        return Sentences.of(instruction).stream()
                .filter(range -> Sentences.words(instruction.substring(range.start(), range.end())) > LONG_SENTENCE)
                .toList();
    }

    static List<Range> repeatedSentence(Subject subject) {
        String instruction = subject.prompt().instruction();
        Set<String> seen = new HashSet<>();
        List<Range> repeated = new ArrayList<>();
        for (Range range : Sentences.of(instruction)) {
            String sentence = instruction.substring(range.start(), range.end()).toLowerCase(Locale.ROOT);
            if (!seen.add(sentence) && Sentences.words(sentence) >= WHOLE_SENTENCE) {
                repeated.add(range);
            }
        }
        return repeated;
    }

    /** Sentences long enough to be sure of, in a language that is not the prompt's. */
    static List<Range> mixedLanguages(Subject subject) {
        String own = subject.prompt().language();
        String instruction = subject.prompt().instruction();
        return Sentences.of(instruction).stream()
                .limit(MOST_SENTENCES)
                .filter(range -> isOther(instruction.substring(range.start(), range.end()), own, subject))
                .toList();
    }

    private static boolean isOther(String sentence, String own, Subject subject) {
        if (Sentences.words(sentence) < ENOUGH_WORDS) {
            return false;
        }
        String language = subject.language().apply(sentence);
        return !language.equals("und") && !own.equals("und") && !language.equals(own);
    }
}
