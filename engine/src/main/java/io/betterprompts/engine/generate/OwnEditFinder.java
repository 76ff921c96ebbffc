package io.betterprompts.engine.generate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Knows the engine's own edits again by their templates: whole lines at the end or the start of a text that could have been made
 * of one, in any language. No marker is needed, and a user's own line that says the same counts as said. A text of many lines,
 * such as the user's examples, is known by its first line and reaches to the end.
 */
final class OwnEditFinder {

    private record Line(int start, int end) {}

    private final List<Map.Entry<String, Template>> templates;

    OwnEditFinder(Collection<Pack> packs) {
        this.templates =
                packs.stream().flatMap(pack -> pack.texts().entrySet().stream()).toList();
    }

    OwnEdits in(String text) {
        List<Line> lines = lines(text);
        Set<String> rules = new HashSet<>();
        int last = lines.size() - 1;
        for (int at = lines.size() - 1; at > 0; at--) {
            Optional<String> block = block(text, lines.get(at));
            if (block.isPresent()) {
                rules.add(block.get());
                last = at - 1;
            }
        }
        while (last > 0 && take(text, lines.get(last), rules)) {
            last--;
        }
        int first = 0;
        while (first < last && take(text, lines.get(first), rules)) {
            first++;
        }
        return lines.isEmpty()
                ? new OwnEdits(0, text.length(), rules)
                : trimmed(text, lines.get(first), lines.get(last), rules);
    }

    private boolean take(String text, Line line, Set<String> rules) {
        Optional<String> rule = rule(text.substring(line.start(), line.end()), false);
        rule.ifPresent(rules::add);
        return rule.isPresent();
    }

    private Optional<String> block(String text, Line line) {
        return rule(text.substring(line.start(), line.end()), true);
    }

    private Optional<String> rule(String line, boolean manyLines) {
        return templates.stream()
                .filter(entry -> entry.getValue().hasManyLines() == manyLines
                        && entry.getValue().made(line))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static OwnEdits trimmed(String text, Line first, Line last, Set<String> rules) {
        int start = first.start();
        int end = last.end();
        while (start < end && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return new OwnEdits(start, end, rules);
    }

    /** The lines that are not blank. */
    private static List<Line> lines(String text) {
        List<Line> lines = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int feed = text.indexOf('\n', start);
            int stop = feed < 0 ? text.length() : feed;
            int end = stop > start && text.charAt(stop - 1) == '\r' ? stop - 1 : stop;
            if (!text.substring(start, end).isBlank()) {
                lines.add(new Line(start, end));
            }
            start = stop + 1;
        }
        return lines;
    }
}
