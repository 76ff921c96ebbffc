package io.betterprompts.engine.prompt;

import io.betterprompts.engine.data.Resources;
import io.betterprompts.engine.data.YamlNode;
import io.betterprompts.engine.prompt.Span.Kind;
import io.betterprompts.engine.prompt.Words.Word;
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
    private static final Set<Kind> QUOTED = EnumSet.of(Kind.QUOTE);
    private static final Set<Kind> NOT_INSTRUCTION = EnumSet.of(Kind.MATERIAL, Kind.QUOTE);
    private static final Set<Kind> MAY_HIDE_INSTRUCTIONS = EnumSet.of(Kind.MATERIAL, Kind.QUOTE, Kind.BLOCK_QUOTE);
    private static final Set<String> STRUCTURAL_DETAILS =
            Set.of("placeholders", "numbers", "columns", "boundary", "quotes", "horizon");

    private static final int LONGEST_AND = 6;

    private final Map<String, Lexicon> lexicons = new LinkedHashMap<>();
    private final PromptLanguage languages;

    private PromptParser(Collection<Lexicon> known, LanguageDetector detector) {
        known.forEach(lexicon -> lexicons.put(lexicon.language(), lexicon));
        this.languages = new PromptLanguage(detector, lexicons);
    }

    /** The parser for the languages that ship with the engine. */
    public static PromptParser bundled() {
        YamlNode languages = YamlNode.parse("languages.yaml", Resources.text("languages.yaml"));
        List<Lexicon> known = languages.get("languages").texts().stream()
                .map(Lexicon::bundled)
                .toList();
        return new PromptParser(known, new LanguageDetector(known, languages));
    }

    /** Takes apart any text. */
    public ParsedPrompt parse(String text) {
        SpanScanner.Scan scan = SpanScanner.scan(text);
        List<Span> spans = new ArrayList<>(scan.spans());
        String prose = blanked(text, spans, NOT_PROSE);
        String language = languages.of(prose, blanked(prose, spans, QUOTED));
        Optional<Lexicon> lexicon = Optional.ofNullable(lexicons.get(language));
        lexicon.flatMap(known -> new MaterialFinder(text, prose, known).find()).ifPresent(spans::add);
        String zone = blanked(prose, spans, NOT_INSTRUCTION);
        List<Word> words = Words.of(zone);
        List<CueHit> hits = lexicon.map(known -> hits(known, zone, words)).orElse(List.of());
        List<CueHit> injected =
                lexicon.map(known -> injected(known, text, spans)).orElse(List.of());
        Map<String, List<String>> details = details(text, zone, spans, hits);
        Set<String> signals = Signals.of(text, prose, zone, ComplexityMeasure.size(words), spans, details);
        hits.forEach(hit -> signals.add(hit.group()));
        Signals.addCounted(signals, hits);
        if (scan.openFence()) {
            Signals.addOpenFence(signals);
        }
        Complexity complexity = ComplexityMeasure.of(zone, words, signals, details);
        return new ParsedPrompt(text, zone, spans, all(hits, injected), language, complexity, signals, details);
    }

    /** Code, placeholders, URLs, quotations, tables and lists of a text, whatever its language. */
    public static List<Span> protectedSpans(String text) {
        return SpanScanner.scan(text).spans();
    }

    /** The language of any text, {@code und} if unsure. */
    public String language(String text) {
        return languages.ofText(text);
    }

    /** What a user's wish for the next version means; its phrase may be in any language, or in none we know. */
    public Direction direction(String wish) {
        return lexicons.values().stream()
                .flatMap(lexicon -> lexicon.directions().understand(wish).stream())
                .flatMap(direction -> named(direction).stream())
                .findFirst()
                .orElse(new Direction("own", wish));
    }

    /** Every signal a rule may name: structural ones, cue groups and {@code has_<detail>}. */
    public Set<String> vocabulary() {
        Set<String> names = Signals.names();
        Set<String> details = new HashSet<>(STRUCTURAL_DETAILS);
        lexicons.values().forEach(lexicon -> {
            names.addAll(lexicon.groups());
            details.addAll(lexicon.nameKinds());
        });
        details.forEach(detail -> names.add(Signals.ofDetail(detail)));
        return Set.copyOf(names);
    }

    /** The cues of the instruction, without languages that are only spoken of. */
    private static List<CueHit> hits(Lexicon lexicon, String zone, List<Word> words) {
        List<CueHit> hits = new ArrayList<>();
        int lastTarget = -1;
        for (CueHit hit : lexicon.find(zone, words)) {
            boolean language = hit.group().equals("target_language");
            boolean target = language && (lexicon.isTarget(zone, hit) || isJoined(lastTarget, hit));
            lastTarget = target ? hit.end() : lastTarget;
            if (target || !language) {
                hits.add(hit);
            }
        }
        return hits;
    }

    /** A language a few characters behind one to translate into, as in {@code into French and German}, is another of them. */
    private static boolean isJoined(int lastTarget, CueHit language) {
        return lastTarget >= 0 && language.start() - lastTarget <= LONGEST_AND;
    }

    /** Attempts to override the instruction, in the material, whose other cues do not count. */
    private static List<CueHit> injected(Lexicon lexicon, String text, List<Span> spans) {
        List<CueHit> found = new ArrayList<>();
        for (Span span : spans) {
            if (MAY_HIDE_INSTRUCTIONS.contains(span.kind())) {
                lexicon.find(span.in(text)).stream()
                        .filter(hit -> hit.group().equals("override"))
                        .forEach(hit -> found.add(hit.shifted(span.start())));
            }
        }
        return found;
    }

    private static List<CueHit> all(List<CueHit> hits, List<CueHit> injected) {
        List<CueHit> all = new ArrayList<>(hits);
        all.addAll(injected);
        return all;
    }

    /** A direction to another language holds only if that language has a name we know. */
    private Optional<Direction> named(Direction direction) {
        if (!direction.kind().equals("language")) {
            return Optional.of(direction);
        }
        return lexicons.values().stream()
                .flatMap(lexicon -> lexicon.find(direction.words()).stream())
                .filter(hit -> hit.group().equals("target_language"))
                .findFirst()
                .map(hit -> new Direction("language", hit.name()));
    }

    private static Map<String, List<String>> details(String text, String zone, List<Span> spans, List<CueHit> hits) {
        Findings findings = new Findings(zone, hits);
        Map<String, List<String>> details = new HashMap<>();
        for (CueHit hit : hits) {
            if (!hit.name().equals(hit.group())) {
                details.computeIfAbsent(hit.group(), unused -> new ArrayList<>())
                        .add(hit.name());
            }
        }
        details.put("placeholders", Findings.placeholders(text, spans));
        details.put("quotes", Findings.texts(text, spans, Kind.QUOTE));
        details.put("columns", Findings.columns(text, spans));
        details.put("boundary", Boundary.of(text, spans));
        details.put("numbers", findings.numbers());
        details.put("horizon", findings.horizon());
        return details;
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
}
