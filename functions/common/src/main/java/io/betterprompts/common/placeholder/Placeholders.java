package io.betterprompts.common.placeholder;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The places of a text that a value goes into: a variable's name in double braces. Nothing else in a text means anything. */
public final class Placeholders {

    /** The contract holds the same form for the name of a variable. */
    private static final Pattern PLACEHOLDER =
            Pattern.compile("\\{\\{[ \\t]*([\\p{L}_][\\p{L}\\p{M}\\p{N}_.-]{0,63})[ \\t]*\\}\\}");

    private Placeholders() {}

    /** The names in alphabetical order. */
    public static Set<String> names(String content) {
        Set<String> names = new TreeSet<>();
        PLACEHOLDER.matcher(content).results().map(Placeholders::name).forEach(names::add);
        return names;
    }

    /**
     * The text with its values. It is read once, from left to right: what a value holds is never taken for a placeholder.
     *
     * @param values for each name in the text
     * @throws FilledTextTooLong as soon as the result exceeds the limit
     */
    static String filled(String content, Map<String, String> values, int limit) {
        StringBuilder filled = new StringBuilder(content.length());
        Matcher placeholder = PLACEHOLDER.matcher(content);
        int end = 0;
        while (placeholder.find()) {
            filled.append(content, end, placeholder.start()).append(values.get(name(placeholder)));
            end = placeholder.end();
            FilledTextTooLong.check(filled.length(), limit);
        }
        filled.append(content, end, content.length());
        FilledTextTooLong.check(filled.length(), limit);
        return filled.toString();
    }

    private static String name(MatchResult placeholder) {
        return placeholder.group(1);
    }
}
