package io.betterprompts.engine.prompt;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The language a prompt's instruction is in, which may not be that of the text it works on. Asked in turn are the first line, or the
 * last one if the instruction stands there: its beginning up to a colon or the end of a sentence, then the whole line, then all lines.
 */
final class PromptLanguage {

    private static final String WORKS_ON_TEXT = "text_work";
    private static final String ENDS = "?？؟!！。।：";
    private static final int ENOUGH_LETTERS = 8;
    private static final int LONGEST_INSTRUCTION = 500;

    private final LanguageDetector detector;
    private final Map<String, Lexicon> lexicons;

    PromptLanguage(LanguageDetector detector, Map<String, Lexicon> lexicons) {
        this.detector = detector;
        this.lexicons = lexicons;
    }

    /**
     * The language of a prompt.
     *
     * @param prose the prompt without code, links and the like
     * @param talk the same without quotations
     */
    String of(String prose, String talk) {
        String text = talk.isBlank() ? prose.strip() : talk.strip();
        String line = instruction(text);
        return Stream.of(beginning(line), line, text, prose)
                .flatMap(part -> known(part).stream())
                .findFirst()
                .orElseGet(() -> detector.detect(prose));
    }

    /** The language of a text that is no prompt. */
    String ofText(String text) {
        return detector.detect(text);
    }

    private String instruction(String text) {
        List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
        if (lines.size() <= 1) {
            return text;
        }
        boolean last = !instructs(lines.getFirst()) && instructs(lines.getLast());
        return last ? lines.getLast() : lines.getFirst();
    }

    private boolean instructs(String line) {
        Lexicon lexicon = lexicons.get(detector.detect(beginning(line)));
        return lexicon != null
                && line.length() <= LONGEST_INSTRUCTION
                && lexicon.groupsIn(line).contains(WORKS_ON_TEXT);
    }

    private Optional<String> known(String text) {
        String language = detector.detect(text);
        return language.equals(LanguageDetector.UNKNOWN) ? Optional.empty() : Optional.of(language);
    }

    /** The line up to a colon or the end of its first sentence, if that has some letters. */
    private static String beginning(String line) {
        int letters = 0;
        for (int at = 0; at < line.length(); at++) {
            char c = line.charAt(at);
            letters += Character.isLetter(c) ? 1 : 0;
            if (letters >= ENOUGH_LETTERS && ends(line, at)) {
                return line.substring(0, at);
            }
        }
        return line;
    }

    private static boolean ends(String line, int at) {
        char c = line.charAt(at);
        boolean beforeSpace = at + 1 < line.length() && Character.isWhitespace(line.charAt(at + 1));
        return ENDS.indexOf(c) >= 0 || (beforeSpace && (c == ':' || c == '.'));
    }
}
