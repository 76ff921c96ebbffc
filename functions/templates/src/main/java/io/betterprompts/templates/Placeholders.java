package io.betterprompts.templates;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The places of a template's content that a value goes into: a variable's name in double braces. */
final class Placeholders {

    /** The contract holds the same form for the name of a variable. */
    private static final Pattern PLACEHOLDER =
            Pattern.compile("\\{\\{[ \\t]*([\\p{L}_][\\p{L}\\p{M}\\p{N}_.-]{0,63})[ \\t]*\\}\\}");

    private Placeholders() {}

    /** The names in alphabetical order. */
    static Set<String> names(String content) {
        Set<String> names = new TreeSet<>();
        PLACEHOLDER.matcher(content).results().map(Placeholders::name).forEach(names::add);
        return names;
    }

    private static String name(MatchResult placeholder) {
        return placeholder.group(1);
    }
}
