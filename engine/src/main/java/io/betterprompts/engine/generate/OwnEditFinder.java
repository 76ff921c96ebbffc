package io.betterprompts.engine.generate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Knows the engine's own edits again by their templates: whole lines at the end or the start of a text that could have been made
 * of one, in any language. No marker is needed, and a user's own line that says the same counts as said. A text of many lines,
 * such as the user's examples, is known by its first line and reaches to the end.
 */
final class OwnEditFinder {

    private record Line(String text, int start, int end) {}

    /** Templates by the first character of their lines, those that begin with a value by the last. */
    private final Map<Character, List<Map.Entry<String, Template>>> byFirst = new HashMap<>();

    private final Map<Character, List<Map.Entry<String, Template>>> byLast = new HashMap<>();

    /** The rules of texts of many lines, by their first line. */
    private final Map<String, Set<String>> blocks = new HashMap<>();

    OwnEditFinder(Collection<Pack> packs) {
        packs.stream().flatMap(pack -> pack.texts().entrySet().stream()).forEach(this::add);
    }

    private void add(Map.Entry<String, Template> entry) {
        Template template = entry.getValue();
        if (template.hasManyLines()) {
            blocks.computeIfAbsent(template.firstLine(), unused -> new HashSet<>())
                    .add(entry.getKey());
        } else if (template.first().isEmpty()) {
            put(byLast, template.last().charAt(template.last().length() - 1), entry);
        } else {
            put(byFirst, template.first().charAt(0), entry);
        }
    }

    private static void put(
            Map<Character, List<Map.Entry<String, Template>>> index, char key, Map.Entry<String, Template> entry) {
        index.computeIfAbsent(key, unused -> new ArrayList<>()).add(entry);
    }

    OwnEdits in(String text) {
        List<Line> written = linesOf(text);
        return written.isEmpty()
                ? new OwnEdits(0, text.length(), Set.of(), Set.of())
                : new Search(written).result(text);
    }

    /** Takes lines off both ends; one line is always left. */
    private final class Search {

        private final List<Line> written;
        private final Set<String> rules = new HashSet<>();
        private final Set<String> taken = new HashSet<>();
        private int first;
        private int last;

        Search(List<Line> written) {
            this.written = written;
            this.last = written.size() - 1;
        }

        OwnEdits result(String text) {
            takeLastLines();
            takeBlocks();
            takeLastLines();
            while (first < last && takeLine(written.get(first))) {
                first++;
            }
            int start = written.get(first).start();
            int end = written.get(last).end();
            int leading = text.substring(start, end).length()
                    - text.substring(start, end).stripLeading().length();
            int trailing = text.substring(start, end).length()
                    - text.substring(start, end).stripTrailing().length();
            return new OwnEdits(start + leading, end - trailing, rules, taken);
        }

        private void takeLastLines() {
            while (last > first && takeLine(written.get(last))) {
                last--;
            }
        }

        private void takeBlocks() {
            for (int at = last; at > first; at--) {
                Set<String> begun = blocks.get(written.get(at).text());
                if (begun != null) {
                    rules.addAll(begun);
                    taken.add(written.get(at).text());
                    last = at - 1;
                }
            }
        }

        private boolean takeLine(Line line) {
            String text = line.text();
            boolean own = take(line, byFirst.getOrDefault(text.charAt(0), List.of()));
            return take(line, byLast.getOrDefault(text.charAt(text.length() - 1), List.of())) || own;
        }

        private boolean take(Line line, List<Map.Entry<String, Template>> templates) {
            boolean own = false;
            for (Map.Entry<String, Template> template : templates) {
                if (template.getValue().made(line.text())) {
                    rules.add(template.getKey());
                    taken.add(line.text());
                    own = true;
                }
            }
            return own;
        }
    }

    /** The lines that are not blank. */
    private static List<Line> linesOf(String text) {
        List<Line> lines = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int feed = text.indexOf('\n', start);
            int stop = feed < 0 ? text.length() : feed;
            int end = stop > start && text.charAt(stop - 1) == '\r' ? stop - 1 : stop;
            String line = text.substring(start, end);
            if (!line.isBlank()) {
                lines.add(new Line(line, start, end));
            }
            start = stop + 1;
        }
        return lines;
    }
}
