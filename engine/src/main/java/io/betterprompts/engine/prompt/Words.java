package io.betterprompts.engine.prompt;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The words of a text, with the symbols that belong to names such as {@code c++}, {@code c#} and {@code node.js}. */
final class Words {

    /**
     * One word.
     *
     * @param text in lower case
     * @param start UTF-16 offset of its first unit
     * @param end UTF-16 offset after its last
     */
    record Word(String text, int start, int end) {}

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
                words.add(word(text, at, end));
            }
            at = Math.max(end, at + 1);
        }
        return words;
    }

    /** Whether a script is written without spaces between words, so that cues are looked for anywhere. */
    static boolean unspaced(char c) {
        if (c < '\u2e80') {
            return false;
        }
        Character.UnicodeScript script = Character.UnicodeScript.of(c);
        return script == Character.UnicodeScript.HAN
                || script == Character.UnicodeScript.HIRAGANA
                || script == Character.UnicodeScript.KATAKANA;
    }

    private static boolean belongs(String text, int start, int at) {
        char c = text.charAt(at);
        if (at > start && countsSomething(text.charAt(at - 1), c)) {
            return false;
        }
        return isLetter(c) || (at > start && joins(text, at));
    }

    /** In scripts that write a counter right behind its number, the two are words of their own. */
    private static boolean countsSomething(char before, char c) {
        return Character.isDigit(before) && (unspaced(c) || isHangul(c));
    }

    static boolean isHangul(char c) {
        return Character.UnicodeScript.of(c) == Character.UnicodeScript.HANGUL;
    }

    private static boolean isLetter(char c) {
        return Character.isLetterOrDigit(c)
                || Character.isSurrogate(c)
                || Character.getType(c) == Character.NON_SPACING_MARK
                || Character.getType(c) == Character.COMBINING_SPACING_MARK;
    }

    private static boolean joins(String text, int at) {
        boolean dotInName = text.charAt(at) == '.' && at + 1 < text.length() && Character.isLetter(text.charAt(at + 1));
        return dotInName || "'’+#".indexOf(text.charAt(at)) >= 0;
    }

    private static Word word(String text, int start, int end) {
        String lower = text.substring(start, end).toLowerCase(Locale.ROOT).replace('’', '\'');
        return lower.endsWith("'")
                ? new Word(lower.substring(0, lower.length() - 1), start, end - 1)
                : new Word(lower, start, end);
    }
}
