package io.betterprompts.engine.prompt;

import io.betterprompts.engine.prompt.Span.Kind;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The signals of a prompt that come from its structure instead of its words. */
final class Signals {

    static final String MATERIAL = "material";

    /** Text pasted without anything that says where it begins and ends. */
    private static final String UNDELIMITED = "undelimited";

    private static final String OPEN_FENCE = "open_fence";
    private static final String EQUATION = "equation";
    private static final String NUMBERS = "numbers";

    /** More than 60 words of instruction: such a prompt says most things in ways no cue knows. */
    private static final String LONG = "long";

    /** More than 25 words of instruction, so that the text to work on may be among them. */
    private static final String WORDY = "wordy";

    /** So few words that the prompt can only mean a text that is not there. */
    private static final String BRIEF = "brief";

    /** Things to choose from, written as {@code a/b} or in brackets. */
    private static final String CHOICES = "choices";

    /** A number with its unit. */
    private static final String QUANTITY = "quantity";

    private static final String NUMBER_WORDS = "number_words";

    /** The message or the trace of an error, in the form programs print it. */
    private static final String ERROR_SHOWN = "error_shown";

    private static final String ERROR = "error";

    /** A prompt that says at least three of {@link #SAYS}: its author knew what to ask for. */
    private static final String SPECIFIED = "specified";

    private static final Set<String> SAYS = Set.of(
            "audience_said",
            "tone_said",
            "length_said",
            "format_said",
            "criteria_said",
            "only_output_said",
            "only_text_said",
            "unsure_said",
            "milestones_said",
            "risks_said",
            "edge_said",
            "tests_said",
            "steps_said",
            "verify_said",
            "deadline_said");
    private static final int SAYS_ENOUGH = 3;
    private static final Pattern PRINTED_ERROR = Pattern.compile(
            "(?<!\\w)[A-Z]\\w{1,60}+(?<=Error|Exception)(?!\\w)|(?<!\\w)ERR!|(?<!\\w)(?:error|ERROR|Error)(?::|\\[)|Traceback \\(most recent");
    /** Without one of these the patterns, which are slower, find nothing. */
    private static final List<String> ERROR_WORDS = List.of("rror", "Exception", "ERR", "Traceback");

    private static final List<String> LISTING = List.of("/", "(", "（");
    private static final List<String> DELIMITERS = List.of("---", "===", "###", "\"\"\"", "'''", "***");

    private static final Pattern LISTED = Pattern.compile(
            "(?<!\\p{L})\\p{L}{2,30}+(?:/\\p{L}{2,30}+){1,8}+|[(（][^()（）\\n]{1,60}[,،、，][^()（）\\n]{1,60}[)）]");
    private static final int BRIEF_INSTRUCTION = 4;
    private static final int LONG_INSTRUCTION = 60;
    private static final int WORDY_INSTRUCTION = 25;
    private static final int LONG_PASTE = 400;
    private static final List<Kind> ARE_MATERIAL = List.of(Kind.FENCED_CODE, Kind.TABLE, Kind.BLOCK_QUOTE);

    private Signals() {}

    /** Every name {@link #of} can give, but for those of details. */
    static Set<String> names() {
        Set<String> names = new HashSet<>(Set.of(
                MATERIAL,
                UNDELIMITED,
                OPEN_FENCE,
                EQUATION,
                NUMBERS,
                LONG,
                WORDY,
                BRIEF,
                CHOICES,
                QUANTITY,
                NUMBER_WORDS,
                ERROR_SHOWN,
                SPECIFIED));
        for (Kind kind : Kind.values()) {
            names.add(name(kind));
        }
        return names;
    }

    /** The signal of a detail that was found. */
    static String ofDetail(String detail) {
        return "has_" + detail;
    }

    static Set<String> of(
            String text, String prose, String zone, int words, List<Span> spans, Map<String, List<String>> details) {
        Set<String> signals = new HashSet<>();
        for (Span span : spans) {
            signals.add(name(span.kind()));
            addIf(signals, ARE_MATERIAL.contains(span.kind()), MATERIAL);
            addIf(signals, span.kind() == Kind.MATERIAL && isBare(span, text, prose), UNDELIMITED);
        }
        details.forEach((name, found) -> addIf(signals, !found.isEmpty(), ofDetail(name)));
        addIf(signals, zone.indexOf('=') >= 0, EQUATION);
        addIf(signals, details.getOrDefault("numbers", List.of()).size() >= 2, NUMBERS);
        addIf(signals, words > LONG_INSTRUCTION, LONG);
        addIf(signals, words > WORDY_INSTRUCTION, WORDY);
        addIf(signals, words <= BRIEF_INSTRUCTION, BRIEF);
        addIf(signals, hasAny(zone, LISTING) && LISTED.matcher(zone).find(), CHOICES);
        addIf(signals, details.getOrDefault("numbers", List.of()).stream().anyMatch(Signals::isQuantity), QUANTITY);
        if (hasAny(text, ERROR_WORDS) && PRINTED_ERROR.matcher(text).find()) {
            signals.addAll(List.of(ERROR_SHOWN, ERROR));
        }
        return signals;
    }

    static void addOpenFence(Set<String> signals) {
        signals.add(OPEN_FENCE);
    }

    /** Signals that take several cues. Numbers written as words count where there are two. */
    static void addCounted(Set<String> signals, List<CueHit> hits) {
        addIf(signals, SAYS.stream().filter(signals::contains).count() >= SAYS_ENOUGH, SPECIFIED);
        addIf(
                signals,
                hits.stream().filter(hit -> hit.group().equals("count_said")).count() >= 2,
                NUMBER_WORDS);
    }

    private static boolean hasAny(String text, List<String> parts) {
        return parts.stream().anyMatch(text::contains);
    }

    private static boolean isQuantity(String number) {
        return number.chars().anyMatch(c -> Character.isLetter(c) || "%$€£¥₹".indexOf(c) >= 0);
    }

    private static String name(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
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
        boolean ruled = DELIMITERS.stream().anyMatch(pasted::startsWith);
        return !tagged && !straight && !curly && !ruled;
    }

    private static void addIf(Set<String> signals, boolean holds, String signal) {
        if (holds) {
            signals.add(signal);
        }
    }
}
