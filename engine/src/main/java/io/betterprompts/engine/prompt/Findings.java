package io.betterprompts.engine.prompt;

import io.betterprompts.engine.prompt.Span.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The findings of a prompt that are worth naming in an edit. */
final class Findings {

    private static final Pattern NUMBER = Pattern.compile("(?<![\\p{L}\\p{N}_])[$€£¥₹]?+\\d++(?:[.,/]\\d++)*+\\s?+%?+");
    private static final int MOST = 6;
    private static final int LONGEST_CELL = 40;
    private static final int MOST_CELLS = 12;

    private Findings() {}

    /** The distinct texts of one kind of span. */
    static List<String> texts(String text, List<Span> spans, Kind kind) {
        return spans.stream()
                .filter(span -> span.kind() == kind)
                .map(span -> span.in(text))
                .distinct()
                .limit(MOST)
                .toList();
    }

    /** The numbers of the instruction, without those that number a list. */
    static List<String> numbers(String zone) {
        Matcher matcher = NUMBER.matcher(zone);
        return matcher.results()
                .filter(match -> !numbersAnItem(zone, match.start(), match.end()))
                .map(match -> match.group().strip())
                .distinct()
                .limit(MOST)
                .toList();
    }

    /** The header cells of the first table with bars, or with tabs if there is none. */
    static List<String> columns(String text, List<Span> spans) {
        return spans.stream()
                .filter(span -> span.kind() == Kind.TABLE)
                .findFirst()
                .map(span -> cells(span.in(text).lines().findFirst().orElse("")))
                .orElse(List.of());
    }

    /** The first number with a unit of time behind it, such as {@code 6 weeks}. */
    static List<String> horizon(String zone, Lexicon lexicon) {
        List<String> words = Words.of(zone);
        for (int at = 0; at + 1 < words.size(); at++) {
            boolean number = words.get(at).chars().allMatch(Character::isDigit);
            List<String> unit = number ? lexicon.namesIn(words.get(at + 1), "time_unit") : List.of();
            if (!unit.isEmpty()) {
                return List.of(words.get(at) + " " + (words.get(at).equals("1") ? words.get(at + 1) : unit.getFirst()));
            }
        }
        return List.of();
    }

    private static List<String> cells(String header) {
        List<String> cells = Arrays.stream(header.split(header.indexOf('|') >= 0 ? "\\|" : "\t", -1))
                .map(String::strip)
                .filter(cell -> !cell.isEmpty())
                .toList();
        boolean named = cells.stream().anyMatch(cell -> cell.chars().anyMatch(Character::isLetter))
                && cells.stream().allMatch(cell -> cell.length() <= LONGEST_CELL);
        return named && cells.size() <= MOST_CELLS ? cells : List.of();
    }

    private static boolean numbersAnItem(String zone, int start, int end) {
        boolean lineStart = start == 0 || zone.charAt(start - 1) == '\n';
        return lineStart && end < zone.length() && ".)".indexOf(zone.charAt(end)) >= 0;
    }
}
