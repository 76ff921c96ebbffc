package io.betterprompts.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.difflib.UnifiedDiffUtils;
import com.github.difflib.patch.PatchFailedException;
import io.betterprompts.history.TextDifference.Operation;
import io.betterprompts.history.TextDifference.Step;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.assertj.core.api.Assertions;

class TextDifferenceProperties {

    @Property
    void dividesATextIntoPiecesThatMakeItAgain(@ForAll String text) {
        assertThat(String.join("", Words.of(text))).isEqualTo(text);
        assertThat(String.join("", Words.lines(text))).isEqualTo(text);
    }

    @Property
    void leadsFromTheOneTextToTheOther(@ForAll("texts") String from, @ForAll("texts") String to) {
        List<Step> steps = TextDifference.between(from, to);

        assertThat(without(steps, Operation.INSERT)).isEqualTo(from);
        assertThat(without(steps, Operation.DELETE)).isEqualTo(to);
    }

    @Property
    void isAPatchThatCanBeApplied(@ForAll("texts") String from, @ForAll("texts") String to)
            throws PatchFailedException {
        String unified = UnifiedText.between("a", from, "b", to);

        List<String> patched =
                UnifiedDiffUtils.parseUnifiedDiff(UnifiedText.lines(unified)).applyTo(UnifiedText.lines(from));

        assertThat(String.join("\n", patched)).isEqualTo(to);
        assertThat(unified.isEmpty()).isEqualTo(from.equals(to));
    }

    @Example
    void comparesTextsWithoutSpacesByCharacters() {
        assertThat(TextDifference.between("写一首关于海的诗", "写一首关于山的诗"))
                .containsExactly(
                        new Step(Operation.EQUAL, "写一首关于"),
                        new Step(Operation.DELETE, "海"),
                        new Step(Operation.INSERT, "山"),
                        new Step(Operation.EQUAL, "的诗"));
    }

    @Example
    void dividesNoCharacter() {
        assertThat(Words.of("a👩‍👩‍👧e\u0301\r\n!"))
                .contains("e\u0301", "\r\n")
                .allSatisfy(piece ->
                        assertThat(Character.isLowSurrogate(piece.charAt(0))).isFalse());
    }

    /** The longest texts there are, with nothing in common. */
    @Example
    void comparesTheLongestTextsInTime() {
        String from = numbers("a", "\n");
        String to = numbers("b", "\n");
        String line = numbers("c", " ");

        Assertions.assertThatCode(() -> {
                    TextDifference.between(from, to);
                    TextDifference.between(from, line);
                    UnifiedText.between("a", from, "b", to);
                })
                .doesNotThrowAnyException();
        org.junit.jupiter.api.Assertions.assertTimeout(
                Duration.ofSeconds(5), () -> TextDifference.between("a\n".repeat(30_000), "b\n".repeat(30_000)));
        assertThat(without(TextDifference.between(from, to), Operation.INSERT)).isEqualTo(from);
    }

    /** A long text of which one word changes is told word by word however long it is. */
    @Example
    void findsTheOneWordInALongText() {
        String text = numbers("a", "\n");

        assertThat(TextDifference.between(text, text.replace("a500\n", "x\n"))).hasSize(4);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of("sea", "poem", " ", "\n", "\r\n", "海", "🌊", ".", "")
                .list()
                .ofMaxSize(40)
                .map(parts -> String.join("", parts));
    }

    private static String numbers(String prefix, String end) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; text.length() < 59_990; i++) {
            text.append(prefix).append(i).append(end);
        }
        return text.toString();
    }

    private static String without(List<Step> steps, Operation... ops) {
        return steps.stream()
                .filter(step -> !Arrays.asList(ops).contains(step.op()))
                .map(Step::text)
                .collect(Collectors.joining());
    }
}
