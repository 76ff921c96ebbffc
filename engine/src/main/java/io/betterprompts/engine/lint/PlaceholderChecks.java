package io.betterprompts.engine.lint;

import io.betterprompts.engine.lint.Finding.Range;
import io.betterprompts.engine.prompt.Span;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Checks of what is to be filled in. */
final class PlaceholderChecks {

    private static final Pattern BROKEN = Pattern.compile(
            "\\{\\{[\\w .-]{1,40}+(?:}(?!})|(?![\\w .}-]))|\\$\\{[\\w .-]{1,40}+(?![\\w .}-])|(?<![{$\\w])\\{[A-Za-z_]\\w{0,39}+}}");

    private PlaceholderChecks() {}

    static List<Range> unfilled(Subject subject) {
        return subject.spans(Span.Kind.PLACEHOLDER);
    }

    /** The first placeholder written in another way than the first of all. */
    static List<Range> mixed(Subject subject) {
        List<Range> all = subject.spans(Span.Kind.PLACEHOLDER);
        return all.stream()
                .filter(range -> !opening(subject.text(range)).equals(opening(subject.text(all.getFirst()))))
                .limit(1)
                .toList();
    }

    /** Placeholders whose names differ only in case, spaces or hyphens. */
    static List<Range> inconsistent(Subject subject) {
        Map<String, String> spellings = new HashMap<>();
        List<Range> found = new ArrayList<>();
        for (Range range : subject.spans(Span.Kind.PLACEHOLDER)) {
            String name = subject.text(range).replaceAll("[{}$<>\\[\\]]", "");
            String key = name.toLowerCase(Locale.ROOT).replaceAll("[ _.-]", "");
            String first = spellings.putIfAbsent(key, name.strip());
            if (first != null && !first.equals(name.strip())) {
                found.add(range);
            }
        }
        return found;
    }

    static List<Range> broken(Subject subject) {
        if (subject.prompt().text().indexOf('{') < 0) {
            return List.of();
        }
        BitSet code = new BitSet();
        subject.prompt().spans().stream()
                .filter(PlaceholderChecks::isCode)
                .forEach(span -> code.set(span.start(), span.end()));
        return subject.matches(BROKEN).stream()
                .filter(range -> !code.get(range.start()))
                .toList();
    }

    private static boolean isCode(Span span) {
        return span.kind() == Span.Kind.FENCED_CODE || span.kind() == Span.Kind.INLINE_CODE;
    }

    private static String opening(String placeholder) {
        return placeholder.startsWith("{{") || placeholder.startsWith("${")
                ? placeholder.substring(0, 2)
                : placeholder.substring(0, 1);
    }
}
