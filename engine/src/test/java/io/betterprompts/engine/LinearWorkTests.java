package io.betterprompts.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.betterprompts.engine.classify.Intent;
import io.betterprompts.engine.data.Resources;
import io.betterprompts.engine.data.YamlNode;
import io.betterprompts.engine.generate.Phrasebook;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.lang.reflect.Field;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Twice the text is twice the work, whatever the text. */
class LinearWorkTests {

    private static final List<String> PIECES = List.of(
            "a",
            "A",
            "1",
            "1 ",
            " ",
            "\n",
            "\t",
            "word ",
            "A A ",
            "AAA, ",
            "A,A!",
            "a.",
            "a@",
            "a@b.",
            "a-",
            "a_",
            "a/",
            "aa/bb/",
            "1/2/",
            "1.2.",
            "1:",
            "1,",
            "12,345,",
            "1 h ",
            "$1",
            "+1 (",
            "(1) ",
            "1-",
            "4111 ",
            "4111-",
            "DE89 3704 ",
            "DE89",
            "{{a",
            "{{a}",
            "${a",
            "{a",
            "{",
            "}}",
            "token=",
            "password: ",
            "sk-",
            "sk-a",
            "eyJ",
            "eyJa.",
            "AKIA",
            "ghp_",
            "xoxb-",
            "AIza",
            "bp_",
            "-----BEGIN ",
            "-----BEGIN A",
            "(a,",
            "(a",
            "（a，",
            "t(a,b,",
            "t (a, ",
            "a(b,c",
            "Error",
            "AError",
            "A_Error ",
            "error:",
            "ERR!",
            "Traceback ",
            "?",
            "？",
            "\u200b",
            "\u202e",
            "漢。",
            "漢",
            "ー",
            "한",
            "é",
            "\u0301",
            "\ud83d\ude00",
            "\"",
            "“",
            "`",
            "```\n",
            "> ",
            "- ",
            "|a",
            "<a",
            "<a>",
            "[a",
            "http://",
            "a,b\n",
            "---\n",
            "; ",
            "</",
            "1.1.",
            "| ",
            "a:",
            ": ",
            "%s ",
            "a' ");
    private static final int SIZE = 10_000;

    /** As many characters as a pattern may look at for each one of the text; an address has 64 before the @ and some parts of 63 behind. */
    private static final int MOST_PER_CHARACTER = 400;

    /** Counts how often a character is looked at. */
    private static final class Counted implements CharSequence {

        private final String text;
        private long looks;

        Counted(String text) {
            this.text = text;
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            looks++;
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    static Stream<Map.Entry<String, Pattern>> patterns() {
        return all().entrySet().stream();
    }

    @ParameterizedTest
    @MethodSource("patterns")
    void aPatternLooksAtEachCharacterAFewTimes(Map.Entry<String, Pattern> named) {
        String name = named.getKey();
        Pattern pattern = named.getValue();
        for (String piece : PIECES) {
            long once = looks(pattern, text(piece, SIZE));
            long twice = looks(pattern, text(piece, 2 * SIZE));
            assertThat(twice).as("%s with %s", name, piece).isLessThanOrEqualTo(2 * once + once / 10 + 1_000);
            assertThat(once).as("%s with %s", name, piece).isLessThanOrEqualTo((long) MOST_PER_CHARACTER * SIZE);
        }
    }

    @Test
    void thePatternsAreFound() {
        assertThat(all()).hasSizeGreaterThanOrEqualTo(8);
    }

    /** The witness: this is what the test is there to find. */
    @Test
    void aPatternThatBacktracksIsFound() {
        Pattern quadratic = Pattern.compile("a+b");
        long once = looks(quadratic, text("a", 1_000));
        assertThat(looks(quadratic, text("a", 2_000))).isGreaterThan(3 * once);
    }

    @ParameterizedTest
    @MethodSource("pieces")
    void anEnhancementTakesTimeInProportion(String piece) {
        assertLinear(piece);
    }

    /** All cues of a language one after the other, so that as many as there are match. */
    @ParameterizedTest
    @MethodSource("languages")
    void cuesTakeTimeInProportion(String language) {
        String file = "languages/" + language + "/cues.yaml";
        StringBuilder cues = new StringBuilder();
        YamlNode.parse(file, Resources.text(file)).get("cues").entries().values().stream()
                .flatMap(group -> group.items().stream())
                .forEach(cue -> cues.append(cue.text().replace("*", "")).append(' '));
        assertLinear(cues.toString());
    }

    static Stream<String> languages() {
        return Phrasebook.languages().stream();
    }

    static Stream<String> pieces() {
        return PIECES.stream().filter(piece -> !piece.isBlank());
    }

    /** A quadratic enhancement would take sixteen times as long for four times the text; what it allocates is as good a sign. */
    private static void assertLinear(String piece) {
        PromptEnhancer enhancer = Engines.sureOf(Intent.SUMMARIZATION);
        String large = "Summarize this: " + text(piece, 19_900);
        String small = large.substring(0, large.length() / 4 + (cutsAPair(large, large.length() / 4) ? 1 : 0));
        long quarter = nanos(enhancer, small);
        long whole = nanos(enhancer, large);
        assertThat(whole).as("nanoseconds for %s", piece).isLessThan(Math.max(10 * quarter, 100_000_000));
    }

    private static boolean cutsAPair(String text, int at) {
        return Character.isLowSurrogate(text.charAt(at));
    }

    /** The least processor time of three. */
    private static long nanos(PromptEnhancer enhancer, String text) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        EnhancementRequest request = EnhancementRequest.of(text);
        long least = Long.MAX_VALUE;
        for (int run = 0; run < 3; run++) {
            long start = threads.getCurrentThreadCpuTime();
            enhancer.enhance(request);
            least = Math.min(least, threads.getCurrentThreadCpuTime() - start);
        }
        return least;
    }

    private static long looks(Pattern pattern, String text) {
        Counted counted = new Counted(text);
        Matcher matcher = pattern.matcher(counted);
        while (matcher.find()) {
            assertThat(matcher.end()).isGreaterThan(matcher.start());
        }
        return counted.looks;
    }

    private static String text(String piece, int length) {
        String text = piece.repeat(length / piece.length() + 1);
        return text.substring(0, length + (cutsAPair(text, length) ? 1 : 0));
    }

    /** Every pattern that a class of the engine keeps. */
    private static Map<String, Pattern> all() {
        Map<String, Pattern> patterns = new TreeMap<>();
        for (JavaClass type : new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("io.betterprompts.engine")) {
            for (JavaField field : type.getFields()) {
                if (field.getRawType().isEquivalentTo(Pattern.class)
                        && field.getModifiers().contains(JavaModifier.STATIC)) {
                    patterns.put(type.getSimpleName() + "." + field.getName(), value(field.reflect()));
                }
            }
        }
        return patterns;
    }

    private static Pattern value(Field field) {
        try {
            field.setAccessible(true);
            return (Pattern) field.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(field + " cannot be read", e);
        }
    }
}
