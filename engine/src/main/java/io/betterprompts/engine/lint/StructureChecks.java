package io.betterprompts.engine.lint;

import io.betterprompts.engine.classify.Intent;
import io.betterprompts.engine.lint.Finding.Range;
import io.betterprompts.engine.prompt.ParsedPrompt;
import io.betterprompts.engine.prompt.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Checks of what a prompt consists of and in which order. */
final class StructureChecks {

    private static final int MUCH_DATA = 600;
    private static final int MUCH_TEXT = 3_000;
    private static final int MOST_DIGITS = 9;
    private static final int FIRST_HIDDEN = 0x200b;
    private static final List<String> MATERIAL =
            List.of("material", "placeholder", "url", "quote", "fenced_code", "table", "block_quote", "list", "long");
    private static final List<String> FORMATS = List.of("format_said", "json_asked", "length_said", "only_output_said");
    private static final Set<Intent> NEED_A_FORMAT = Set.of(Intent.INFORMATION_EXTRACTION);
    private static final Pattern LARGE_NUMBER =
            Pattern.compile("(?=\\d)(?<!\\d)(?:\\d{1,3}(?:[.,]\\d{3})++|\\d{4,6}+)");
    private static final Pattern DATE =
            Pattern.compile("(?=\\d)(?<![\\d/.-])(\\d{1,2})[/.-](\\d{1,2})[/.-](?:\\d{4}|\\d{2})(?![\\d/-]|\\.\\d)");

    private StructureChecks() {}

    static List<Range> unresolvedReference(Subject subject) {
        boolean resolved = MATERIAL.stream().anyMatch(subject.prompt()::has);
        return resolved ? List.of() : subject.cues("refers_to_material");
    }

    static List<Range> undelimitedData(Subject subject) {
        return subject.prompt().has("undelimited") ? subject.spans(Span.Kind.MATERIAL) : List.of();
    }

    /** The instruction behind a long text, where a reader and a model find it last. */
    static List<Range> instructionAfterData(Subject subject) {
        ParsedPrompt prompt = subject.prompt();
        return subject.spans(Span.Kind.MATERIAL).stream()
                .filter(material -> material.start() == 0 && material.end() >= MUCH_DATA)
                .map(material ->
                        stripped(prompt.text(), material.end(), prompt.text().length()))
                .filter(range -> range.end() > range.start())
                .toList();
    }

    static List<Range> injectedInstruction(Subject subject) {
        return subject.cues("override");
    }

    static List<Range> noOutputFormat(Subject subject) {
        boolean needed = subject.intent().filter(NEED_A_FORMAT::contains).isPresent();
        boolean said = FORMATS.stream().anyMatch(subject.prompt()::has);
        return needed && !said ? List.of(firstSentence(subject)) : List.of();
    }

    static List<Range> unclosedFence(Subject subject) {
        return subject.prompt().has("open_fence")
                ? subject.spans(Span.Kind.FENCED_CODE).stream()
                        .skip(subject.spans(Span.Kind.FENCED_CODE).size() - 1L)
                        .toList()
                : List.of();
    }

    static List<Range> danglingEnd(Subject subject) {
        String text = subject.prompt().text();
        int end = text.stripTrailing().length();
        boolean dangling = end > 0 && ":：,،、".indexOf(text.charAt(end - 1)) >= 0;
        return dangling && !subject.prompt().has("open_fence") ? List.of(new Range(end - 1, end)) : List.of();
    }

    /** A number of thousands in front of a unit of length, such as 5,000 words. */
    static List<Range> truncationRisk(Subject subject) {
        Map<Integer, Range> units = new HashMap<>();
        subject.cues("length_said").forEach(unit -> units.putIfAbsent(unit.start(), unit));
        return LARGE_NUMBER
                .matcher(subject.prompt().instruction())
                .results()
                .filter(match -> isMuch(match.group()))
                .flatMap(match -> asked(units, match))
                .toList();
    }

    static List<Range> ambiguousDate(Subject subject) {
        return DATE.matcher(subject.prompt().instruction())
                .results()
                .filter(match -> isMonth(match.group(1))
                        && isMonth(match.group(2))
                        && !match.group(1).equals(match.group(2)))
                .map(match -> new Range(match.start(), match.end()))
                .toList();
    }

    /** Invisible and direction-changing characters; a joiner between letters or emoji belongs to them and is none of these. */
    static List<Range> hiddenCharacters(Subject subject) {
        String text = subject.prompt().text();
        List<Range> found = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int c = text.codePointAt(at);
            if (c >= FIRST_HIDDEN && isHidden(c)) {
                found.add(new Range(at, at + Character.charCount(c)));
            }
            at += Character.charCount(c);
        }
        return found;
    }

    private static boolean isHidden(int c) {
        boolean space = c == 0x200b || c == 0xfeff || (c >= 0x2060 && c <= 0x2064);
        boolean direction = c == 0x200e || c == 0x200f || (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
        boolean tag = c >= 0xe0000 && c <= 0xe007f;
        return space || direction || tag;
    }

    /** A number of many digits is much, and may be too large to be read. */
    private static boolean isMuch(String number) {
        String digits = number.replaceAll("[.,]", "");
        return digits.length() > MOST_DIGITS || Integer.parseInt(digits) >= MUCH_TEXT;
    }

    private static Stream<Range> asked(Map<Integer, Range> units, MatchResult number) {
        return Stream.of(number.end(), number.end() + 1)
                .flatMap(at -> Stream.ofNullable(units.get(at)))
                .limit(1)
                .map(unit -> new Range(number.start(), unit.end()));
    }

    private static boolean isMonth(String number) {
        int value = Integer.parseInt(number);
        return value >= 1 && value <= 12;
    }

    private static Range firstSentence(Subject subject) {
        return Sentences.of(subject.prompt().instruction()).stream().findFirst().orElse(new Range(0, 0));
    }

    private static Range stripped(String text, int from, int to) {
        int start = from;
        int end = to;
        while (start < end && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return new Range(start, end);
    }
}
