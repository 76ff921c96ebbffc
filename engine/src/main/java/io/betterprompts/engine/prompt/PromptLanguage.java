package io.betterprompts.engine.prompt;

import java.util.Map;

/**
 * The language a prompt's instruction is in, which may not be that of the text it works on: the first line decides, unless the last one
 * holds the instruction; where neither is clear, the whole does.
 */
final class PromptLanguage {

    private static final String WORKS_ON_TEXT = "text_work";

    private static final int LONGEST_INSTRUCTION = 500;

    private final LanguageDetector detector;
    private final Map<String, Lexicon> lexicons;

    PromptLanguage(LanguageDetector detector, Map<String, Lexicon> lexicons) {
        this.detector = detector;
        this.lexicons = lexicons;
    }

    String of(String prose) {
        String text = prose.strip();
        String first = text.substring(0, lineEnd(text));
        String last = text.substring(text.lastIndexOf('\n') + 1);
        String language = detector.detect(first);
        if (instructs(first, language) || first.length() == text.length()) {
            return orWhole(language, text);
        }
        String ending = detector.detect(last);
        return instructs(last, ending) ? ending : orWhole(language, text);
    }

    /** The language of a text that is no prompt. */
    String ofText(String text) {
        return detector.detect(text);
    }

    private String orWhole(String language, String text) {
        return language.equals(LanguageDetector.UNKNOWN) ? detector.detect(text) : language;
    }

    private boolean instructs(String line, String language) {
        Lexicon lexicon = lexicons.get(language);
        return lexicon != null
                && line.length() <= LONGEST_INSTRUCTION
                && lexicon.groupsIn(line).contains(WORKS_ON_TEXT);
    }

    private static int lineEnd(String text) {
        int end = text.indexOf('\n');
        return end < 0 ? text.length() : end;
    }
}
