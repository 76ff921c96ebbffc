package io.betterprompts.engine.prompt;

import io.betterprompts.engine.prompt.Span.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The findings of a prompt that are worth naming in an edit. */
final class Findings {

    private static final Pattern NUMBER = Pattern.compile(
            "(?=[$€£¥₹\\d])(?<![\\p{IsLatin}\\p{IsCyrillic}\\p{N}_.,])[$€£¥₹]?+\\d++(?:[.,/:]\\d++)*+(?: ?h ?\\d\\d(?!\\d)|\\s?[%€£])?+");
    private static final Pattern NAMED_COLUMNS =
            Pattern.compile("(?<!\\w)[A-Za-z]\\w{1,40}+ ?\\(([A-Za-z]\\w{0,40}+(?:, ?[A-Za-z]\\w{0,40}+){2,11}+)\\)");
    private static final int MOST = 6;
    private static final int LONGEST_CELL = 40;
    private static final int MOST_CELLS = 12;

    private final String zone;
    private final List<MatchResult> numbers;
    private final Map<Integer, CueHit> units = new HashMap<>();

    /**
     * @param zone the instruction, at the offsets of the prompt
     * @param hits the cues in it
     */
    Findings(String zone, List<CueHit> hits) {
        this.zone = zone;
        this.numbers = NUMBER.matcher(zone).results().toList();
        hits.stream()
                .filter(hit -> hit.group().equals("unit") || hit.group().equals("time_unit"))
                .forEach(hit -> units.put(hit.start(), hit));
    }

    /** The distinct texts of one kind of span. */
    static List<String> texts(String text, List<Span> spans, Kind kind) {
        return spans.stream()
                .filter(span -> span.kind() == kind)
                .map(span -> span.in(text))
                .distinct()
                .limit(MOST)
                .toList();
    }

    /** The distinct placeholders of spans in their order, without those that stand in a quotation as the pattern of an output, such as {@code "Answer: <n>"}. */
    static List<String> placeholders(String text, List<Span> spans) {
        List<Span> own = new ArrayList<>();
        int quoteEnd = 0;
        for (Span span : spans) {
            quoteEnd = span.kind() == Kind.QUOTE ? Math.max(quoteEnd, span.end()) : quoteEnd;
            boolean pattern = span.start() < quoteEnd && "<[".indexOf(text.charAt(span.start())) >= 0;
            if (span.kind() == Kind.PLACEHOLDER && !pattern) {
                own.add(span);
            }
        }
        return texts(text, own, Kind.PLACEHOLDER);
    }

    /** The header cells of the first table, whose cells bars, tabs, semicolons or commas divide; else the columns of a {@code table(a, b, c)}. */
    static List<String> columns(String text, List<Span> spans) {
        return spans.stream()
                .filter(span -> span.kind() == Kind.TABLE)
                .findFirst()
                .map(span -> cells(span.in(text).lines().findFirst().orElse("")))
                .orElseGet(() -> named(text));
    }

    private static List<String> named(String text) {
        Matcher table = NAMED_COLUMNS.matcher(text);
        return table.find() ? cells(table.group(1)) : List.of();
    }

    /** The numbers of the instruction with their units, without those that number a list. */
    List<String> numbers() {
        return numbers.stream()
                .filter(match -> !numbersAnItem(match))
                .map(this::withUnit)
                .distinct()
                .limit(MOST)
                .toList();
    }

    /** The first number with a unit of time, such as {@code 6 weeks}. */
    List<String> horizon() {
        return numbers.stream().flatMap(match -> span(match).stream()).limit(1).toList();
    }

    private Optional<String> span(MatchResult match) {
        return unitAfter(match.end())
                .filter(unit -> unit.group().equals("time_unit"))
                .map(unit -> {
                    char first = zone.charAt(unit.start());
                    String gap = Words.unspaced(first) || Words.isHangul(first) ? "" : " ";
                    String written = zone.substring(unit.start(), unit.end());
                    return match.group() + gap + (match.group().equals("1") ? written : unit.name());
                });
    }

    private String withUnit(MatchResult match) {
        int end = unitAfter(match.end()).map(CueHit::end).orElseGet(() -> endOfWord(match.end()));
        return zone.substring(match.start(), end).strip();
    }

    private Optional<CueHit> unitAfter(int end) {
        boolean gap = end < zone.length() && (zone.charAt(end) == ' ' || zone.charAt(end) == '-');
        return Optional.ofNullable(units.get(end))
                .or(() -> gap ? Optional.ofNullable(units.get(end + 1)) : Optional.empty());
    }

    /** Letters written right behind a number, as in {@code 60km}, belong to it. */
    private int endOfWord(int from) {
        int at = from;
        while (at < zone.length() && isAttached(zone.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isAttached(char c) {
        return Character.isLetter(c) && !Words.unspaced(c) && !Words.isHangul(c);
    }

    private static List<String> cells(String header) {
        List<String> cells = Arrays.stream(header.split(divider(header), -1))
                .map(String::strip)
                .filter(cell -> !cell.isEmpty())
                .toList();
        boolean named = cells.stream().anyMatch(cell -> cell.chars().anyMatch(Character::isLetter))
                && cells.stream().allMatch(cell -> cell.length() <= LONGEST_CELL);
        return named && cells.size() <= MOST_CELLS ? cells : List.of();
    }

    private static String divider(String header) {
        return Stream.of("|", "\t", ";")
                .filter(header::contains)
                .findFirst()
                .map(Pattern::quote)
                .orElse(",");
    }

    private boolean numbersAnItem(MatchResult match) {
        boolean lineStart = match.start() == 0 || zone.charAt(match.start() - 1) == '\n';
        return lineStart && match.end() < zone.length() && ".)".indexOf(zone.charAt(match.end())) >= 0;
    }
}
