package io.betterprompts.engine.prompt;

import java.util.HashSet;
import java.util.Set;

/** The ways to write "filled in later": {@code {{x}}}, {@code {x}}, {@code ${x}}, {@code %s}, {@code <x>}, {@code [x]}. */
final class Placeholder {

    private static final int LONGEST = 60;
    private static final String FORMATS = "sdfx";
    private static final Set<String> HTML = Set.of(
            "a", "b", "i", "p", "u", "s", "br", "hr", "li", "ul", "ol", "td", "th", "tr", "em", "div", "img", "pre",
            "nav", "svg", "span", "html", "head", "body", "form", "code", "main", "link", "meta", "table", "input",
            "label", "title", "style", "strong", "script", "button", "header", "footer", "section", "article", "h1",
            "h2", "h3", "h4");

    private final String text;
    private final Set<String> closedTags;

    Placeholder(String text) {
        this.text = text;
        this.closedTags = closedTags(text);
    }

    /** Where the placeholder that starts at {@code at} ends, or -1 if none starts there. */
    int endingAt(int at, int end) {
        return switch (text.charAt(at)) {
            case '{' -> text.startsWith("{{", at) ? enclosed(at, 2, "}}", end) : enclosed(at, 1, "}", end);
            case '$' -> text.startsWith("${", at) ? enclosed(at, 2, "}", end) : -1;
            case '%' -> format(at, end);
            case '<' -> angled(at, end);
            case '[' -> bracketed(at, end);
            default -> -1;
        };
    }

    private int enclosed(int at, int opening, String closing, int end) {
        int limit = Math.min(end, at + LONGEST);
        int stop = at + opening;
        while (stop < limit && isName(text.charAt(stop))) {
            stop++;
        }
        boolean named = !text.substring(at + opening, stop).isBlank();
        return named && text.startsWith(closing, stop) && stop + closing.length() <= end ? stop + closing.length() : -1;
    }

    private int format(int at, int end) {
        boolean standsAlone =
                at == 0 || (!Character.isLetterOrDigit(text.charAt(at - 1)) && text.charAt(at - 1) != '%');
        boolean format = at + 1 < end && FORMATS.indexOf(text.charAt(at + 1)) >= 0;
        boolean ends = at + 2 >= end || !Character.isLetterOrDigit(text.charAt(at + 2));
        return standsAlone && format && ends ? at + 2 : -1;
    }

    private int angled(int at, int end) {
        int stop = enclosed(at, 1, ">", end);
        if (stop < 0 || !Character.isLetter(text.charAt(at + 1))) {
            return -1;
        }
        String name = text.substring(at + 1, stop - 1);
        return HTML.contains(name) || closedTags.contains(name) ? -1 : stop;
    }

    private int bracketed(int at, int end) {
        int stop = enclosed(at, 1, "]", end);
        boolean link = stop >= 0 && stop < end && "([:".indexOf(text.charAt(stop)) >= 0;
        boolean named = stop > at + 3 && Character.isLetter(text.charAt(at + 1));
        boolean index =
                at > 0 && (Character.isLetterOrDigit(text.charAt(at - 1)) || "])".indexOf(text.charAt(at - 1)) >= 0);
        return named && !link && !index ? stop : -1;
    }

    /** A tag that is closed somewhere holds content; it is not a hole to fill. */
    private static Set<String> closedTags(String text) {
        Set<String> tags = new HashSet<>();
        for (int at = text.indexOf("</"); at >= 0; at = text.indexOf("</", at + 2)) {
            int end = text.indexOf('>', at, Math.min(text.length(), at + LONGEST));
            if (end > 0) {
                tags.add(text.substring(at + 2, end));
            }
        }
        return tags;
    }

    private static boolean isName(char c) {
        return Character.isLetterOrDigit(c) || " _-.:'|/#".indexOf(c) >= 0;
    }
}
