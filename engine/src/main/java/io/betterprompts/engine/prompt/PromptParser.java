package io.betterprompts.engine.prompt;

import io.betterprompts.engine.data.Resources;
import io.betterprompts.engine.data.YamlNode;
import io.betterprompts.engine.prompt.Span.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Takes a prompt apart: (1) protected spans, (2) language, (3) the material it asks to work on, (4) cues in the instruction that is left.
 * Thread-safe, and linear in the length of the prompt.
 */
public final class PromptParser {

    private static final Set<Kind> NOT_PROSE =
            EnumSet.of(Kind.FENCED_CODE, Kind.INLINE_CODE, Kind.PLACEHOLDER, Kind.URL, Kind.TABLE, Kind.BLOCK_QUOTE);
    private static final int LONG_PASTE = 120;
    private static final String UNDELIMITED = "undelimited";

    private final Map<String, Lexicon> lexicons = new LinkedHashMap<>();
    private final LanguageDetector detector;

    private PromptParser(Collection<Lexicon> known, Map<String, Set<String>> others) {
        known.forEach(lexicon -> lexicons.put(lexicon.language(), lexicon));
        this.detector = new LanguageDetector(known, others);
    }

    /** The parser for the languages that ship with the engine. */
    public static PromptParser bundled() {
        YamlNode languages = YamlNode.parse("languages.yaml", Resources.text("languages.yaml"));
        Map<String, Set<String>> others = new HashMap<>();
        languages.get("others").entries().forEach((code, stops) -> others.put(code, Set.copyOf(stops.texts())));
        return new PromptParser(
                languages.get("languages").texts().stream()
                        .map(Lexicon::bundled)
                        .toList(),
                others);
    }

    public ParsedPrompt parse(String text) {
        SpanScanner.Scan scan = SpanScanner.scan(text);
        List<Span> spans = new ArrayList<>(scan.spans());
        String prose = blanked(text, spans, NOT_PROSE);
        String language = language(prose);
        Optional<Lexicon> lexicon = Optional.ofNullable(lexicons.get(language));
        Optional<Span> material = lexicon.flatMap(known -> new MaterialFinder(text, prose, known).find());
        material.ifPresent(spans::add);
        String zone = blanked(prose, spans, EnumSet.of(Kind.MATERIAL, Kind.QUOTE));
        Set<String> signals = signals(text, prose, zone, spans, scan.openFence(), lexicon);
        Map<String, List<String>> details = details(text, zone, spans, lexicon);
        if (details.getOrDefault("numbers", List.of()).size() >= 2) {
            signals.add("numbers");
        }
        details.forEach((name, found) -> addIf(signals, !found.isEmpty(), "has_" + name));
        return new ParsedPrompt(text, spans, language, complexity(zone, signals, details), signals, details);
    }

    /** Code, placeholders, URLs, quotations, tables and lists of a text, whatever its language. */
    public static List<Span> protectedSpans(String text) {
        return SpanScanner.scan(text).spans();
    }

    /** Every signal a rule may name: structural ones, cue groups and {@code has_<detail>}. */
    public Set<String> vocabulary() {
        Set<String> names = new HashSet<>(Set.of(UNDELIMITED, "numbers", "equation", "open_fence", "material"));
        for (Kind kind : Kind.values()) {
            names.add(kind.name().toLowerCase(java.util.Locale.ROOT));
        }
        detailNames().forEach(name -> names.add("has_" + name));
        lexicons.values().forEach(lexicon -> names.addAll(lexicon.groups()));
        return Set.copyOf(names);
    }

    /** Every detail an edit may name. */
    public Set<String> detailNames() {
        Set<String> names =
                new HashSet<>(Set.of("placeholders", "numbers", "columns", "boundary", "quotes", "horizon"));
        lexicons.values().forEach(lexicon -> names.addAll(lexicon.nameKinds()));
        return Set.copyOf(names);
    }

    private String language(String prose) {
        String head = prose.strip();
        int end = head.indexOf('\n');
        String first = end < 0 ? head : head.substring(0, end);
        String language = detector.detect(first);
        return language.equals(LanguageDetector.UNKNOWN) ? detector.detect(prose) : language;
    }

    private static Set<String> signals(
            String text, String prose, String zone, List<Span> spans, boolean openFence, Optional<Lexicon> lexicon) {
        Set<String> signals = new HashSet<>();
        lexicon.ifPresent(known -> signals.addAll(known.cuesIn(zone)));
        spans.forEach(span -> signals.add(span.kind().name().toLowerCase(java.util.Locale.ROOT)));
        addIf(signals, openFence, "open_fence");
        addIf(signals, zone.indexOf('=') >= 0, "equation");
        spans.stream()
                .filter(span -> span.kind() == Kind.MATERIAL)
                .forEach(span -> addIf(signals, isBare(span, text, prose), UNDELIMITED));
        addIf(
                signals,
                signals.contains("fenced_code") || signals.contains("table") || signals.contains("block_quote"),
                "material");
        return signals;
    }

    private static Map<String, List<String>> details(
            String text, String zone, List<Span> spans, Optional<Lexicon> lexicon) {
        Map<String, List<String>> details = new HashMap<>();
        details.put("placeholders", Findings.texts(text, spans, Kind.PLACEHOLDER));
        details.put("quotes", Findings.texts(text, spans, Kind.QUOTE));
        details.put("numbers", Findings.numbers(zone));
        details.put("columns", Findings.columns(text, spans));
        details.put("boundary", Boundary.of(text, spans));
        lexicon.ifPresent(known -> {
            known.nameKinds().forEach(kind -> details.put(kind, known.namesIn(zone, kind)));
            details.put("horizon", Findings.horizon(zone, known));
        });
        return details;
    }

    private static Complexity complexity(String zone, Set<String> signals, Map<String, List<String>> details) {
        int items = (int) zone.lines()
                .filter(line -> LineKind.of(line, 0, line.length()) == Kind.LIST)
                .count();
        int questions =
                (int) zone.chars().filter(c -> c == '?' || c == '？' || c == '؟').count();
        int words = Words.of(zone).stream().mapToInt(PromptParser::size).sum();
        return ComplexityMeasure.of(
                words,
                items,
                questions,
                signals.contains("material"),
                details.getOrDefault("numbers", List.of()).size());
    }

    /** A run of a script without spaces counts as a word for each two characters. */
    private static int size(String word) {
        return Words.unspaced(word.charAt(0)) ? (word.length() + 1) / 2 : 1;
    }

    /** Whether pasted text of more than a sentence has nothing round it that says where it begins and ends. */
    private static boolean isBare(Span material, String text, String prose) {
        String pasted = material.in(text).strip();
        boolean sentence = pasted.length() < LONG_PASTE && pasted.indexOf('\n') < 0;
        if (sentence || material.in(prose).isBlank()) {
            return false;
        }
        boolean tagged = pasted.startsWith("<") && pasted.endsWith(">");
        boolean straight = pasted.startsWith("\"") && pasted.endsWith("\"");
        boolean curly = pasted.startsWith("“") && pasted.endsWith("”");
        boolean ruled = pasted.startsWith("---") || pasted.startsWith("===") || pasted.startsWith("###");
        return !tagged && !straight && !curly && !ruled && !pasted.startsWith("```") && !pasted.isEmpty();
    }

    private static String blanked(String text, List<Span> spans, Set<Kind> kinds) {
        char[] chars = text.toCharArray();
        for (Span span : spans) {
            for (int at = span.start(); kinds.contains(span.kind()) && at < span.end(); at++) {
                chars[at] = Character.isWhitespace(chars[at]) ? chars[at] : ' ';
            }
        }
        return new String(chars);
    }

    private static void addIf(Set<String> signals, boolean holds, String signal) {
        if (holds) {
            signals.add(signal);
        }
    }
}
