package io.betterprompts.engine.prompt;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;

/**
 * The words of a text, with the symbols that belong to names such as {@code c++}, {@code c#} and {@code node.js}. A word ends where a
 * script without spaces, or Korean, begins or ends, so that {@code 用Python写} has three.
 */
final class Words {

    /**
     * One word.
     *
     * @param text in the form {@link WordForm} gives it
     * @param start UTF-16 offset of its first unit
     * @param end UTF-16 offset after its last
     */
    record Word(String text, int start, int end) {}

    private enum Writing {
        SPACED,
        UNSPACED,
        HANGUL
    }

    private Words() {}

    static List<Word> of(String text) {
        List<Word> words = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int end = at;
            while (end < text.length() && belongs(text, at, end)) {
                end++;
            }
            if (end > at) {
                addUnlessEmpty(words, word(text, at, end));
            }
            at = Math.max(end, at + 1);
        }
        return words;
    }

    /** Whether a character is of a script written without spaces between words, so that cues are looked for anywhere. */
    static boolean unspaced(char c) {
        return writing(c) == Writing.UNSPACED;
    }

    static boolean isHangul(char c) {
        return writing(c) == Writing.HANGUL;
    }

    private static Writing writing(char c) {
        if (c < '\u1100') {
            return Writing.SPACED;
        }
        UnicodeScript script = UnicodeScript.of(c);
        if (script == UnicodeScript.HANGUL) {
            return Writing.HANGUL;
        }
        boolean unspaced = script == UnicodeScript.HAN
                || script == UnicodeScript.HIRAGANA
                || script == UnicodeScript.KATAKANA
                || c == 'ー';
        return unspaced ? Writing.UNSPACED : Writing.SPACED;
    }

    private static boolean belongs(String text, int start, int at) {
        char c = text.charAt(at);
        if (at > start && writing(c) != writing(text.charAt(start))) {
            return false;
        }
        return isLetter(c) || (at > start && joins(text, at));
    }

    private static boolean isLetter(char c) {
        if (c < 128) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        }
        return Character.isLetterOrDigit(c)
                || Character.isSurrogate(c)
                || Character.getType(c) == Character.NON_SPACING_MARK
                || Character.getType(c) == Character.COMBINING_SPACING_MARK;
    }

    private static boolean joins(String text, int at) {
        boolean dotInName = text.charAt(at) == '.' && at + 1 < text.length() && Character.isLetter(text.charAt(at + 1));
        return dotInName || "'’+#\u200c\u200d".indexOf(text.charAt(at)) >= 0;
    }

    /** A word of nothing but signs that do not count is none. */
    private static void addUnlessEmpty(List<Word> words, Word word) {
        if (!word.text().isEmpty()) {
            words.add(word);
        }
    }

    private static Word word(String text, int start, int end) {
        String written = text.substring(start, end);
        boolean quoted = written.endsWith("'") || written.endsWith("’");
        int last = quoted && written.length() > 1 ? end - 1 : end;
        return new Word(WordForm.of(text.substring(start, last)), start, last);
    }
}
