package io.betterprompts.engine.lint;

import io.betterprompts.engine.classify.Intent;
import io.betterprompts.engine.lint.Finding.Range;
import io.betterprompts.engine.prompt.ParsedPrompt;
import io.betterprompts.engine.prompt.Span;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Checks of what a prompt consists of and in which order. */
final class StructureChecks {

    private static final int MUCH_DATA = 600;
    private static final int MUCH_TEXT = 3_000;
    private static final List<String> MATERIAL =
            List.of("material", "placeholder", "url", "quote", "fenced_code", "table", "block_quote", "list", "long");
    private static final List<String> FORMATS = List.of("format_said", "json_asked", "length_said", "only_output_said");
    private static final Set<Intent> NEED_A_FORMAT = Set.of(Intent.INFORMATION_EXTRACTION);
    private static final Pattern LARGE_NUMBER = Pattern.compile("(?<!\\d)\\d{1,3}(?:[.,]\\d{3})++|(?<!\\d)\\d{4,6}+");
    private static final Pattern DATE =
            Pattern.compile("(?<![\\d/.-])(\\d{1,2})[/.-](\\d{1,2})[/.-](?:\\d{4}|\\d{2})(?![\\d/-]|\\.\\d)");
    private static final Pattern HIDDEN = Pattern.compile(
            "[\\u200b\\u200e\\u200f\\u202a-\\u202e\\u2060-\\u2064\\u2066-\\u2069\\ufeff]|[\\x{e0000}-\\x{e007f}]");

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
        String instruction = subject.prompt().instruction();
        return LARGE_NUMBER
                .matcher(instruction)
                .results()
                .filter(match -> Integer.parseInt(match.group().replaceAll("[.,]", "")) >= MUCH_TEXT)
                .flatMap(match -> asked(subject, match))
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
        return subject.matches(HIDDEN);
    }

    private static Stream<Range> asked(Subject subject, MatchResult number) {
        return subject.cues("length_said").stream()
                .filter(length -> length.start() >= number.end() && length.start() <= number.end() + 1)
                .limit(1)
                .map(length -> new Range(number.start(), length.end()));
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
