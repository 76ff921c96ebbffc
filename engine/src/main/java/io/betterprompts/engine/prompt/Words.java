package io.betterprompts.engine.prompt;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The lower-cased words of a text, with the symbols that belong to names such as {@code c++}, {@code c#} and {@code node.js}. */
final class Words {

    private Words() {}

    static List<String> of(String text) {
        List<String> words = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int end = at;
            while (end < text.length() && belongs(text, at, end)) {
                end++;
            }
            if (end > at) {
                words.add(trimmed(text.substring(at, end)));
            }
            at = Math.max(end, at + 1);
        }
        return words;
    }

    /** Whether a script is written without spaces between words, so that cues are looked for anywhere. */
    static boolean unspaced(char c) {
        Character.UnicodeScript script = Character.UnicodeScript.of(c);
        return script == Character.UnicodeScript.HAN
                || script == Character.UnicodeScript.HIRAGANA
                || script == Character.UnicodeScript.KATAKANA;
    }

    private static boolean belongs(String text, int start, int at) {
        char c = text.charAt(at);
        return isLetter(c) || (at > start && joins(text, at));
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

    private static String trimmed(String word) {
        String lower = word.toLowerCase(Locale.ROOT).replace('’', '\'');
        return lower.endsWith("'") ? lower.substring(0, lower.length() - 1) : lower;
    }
}
