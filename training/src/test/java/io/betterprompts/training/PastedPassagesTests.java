package io.betterprompts.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.betterprompts.engine.classify.Intent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PastedPassagesTests {

    private static final String PASSAGE = "The ferry was late again and nobody on the pier knew why. "
            .repeat(5)
            .strip();

    private final LabelledPrompt source = Prompts.english(Intent.PROBLEM_SOLVING, "what now?\n\n" + PASSAGE);
    private final LabelledPrompt request = Prompts.english(Intent.SUMMARIZATION, "main points please");

    @Test
    void standAboveOrBelowTheRequestWholeOrInPart() {
        PastedPassages all = PastedPassages.forTraining(List.of(source), 1, new Random(1));

        assertThat(all.into(Collections.nCopies(100, request)))
                .extracting(LabelledPrompt::text)
                .containsOnly(
                        "main points please\n\n" + PASSAGE,
                        PASSAGE + "\n\nmain points please",
                        "main points please\n\n" + source.text(),
                        source.text() + "\n\nmain points please");
    }

    @Test
    void standBelowARequestThatNeedsNoText() {
        LabelledPrompt names = Prompts.english(Intent.BRAINSTORMING, "names for a cat");
        PastedPassages all = PastedPassages.forTraining(List.of(source), 1, new Random(1));

        assertThat(all.into(Collections.nCopies(100, names)))
                .filteredOn(prompt -> !prompt.equals(names))
                .isNotEmpty()
                .allSatisfy(prompt -> assertThat(prompt.text()).startsWith("names for a cat\n\n"));
    }

    @Test
    void leaveWhatIsAskedAsItIs() {
        List<LabelledPrompt> pasted =
                PastedPassages.forTraining(List.of(source), 1, new Random(1)).into(List.of(request, source));

        assertThat(pasted)
                .extracting(LabelledPrompt::intent)
                .containsExactly(Intent.SUMMARIZATION, Intent.PROBLEM_SOLVING);
    }

    @Test
    void leaveLongRequestsAlone() {
        assertThat(PastedPassages.forTraining(List.of(source), 1, new Random(1)).into(List.of(source)))
                .containsExactly(source);
    }

    @Test
    void comeLessOftenWhereTheRequestNeedsNoText() {
        List<LabelledPrompt> others =
                new ArrayList<>(Collections.nCopies(1000, Prompts.english(Intent.BRAINSTORMING, "names for a cat")));

        long pasted = PastedPassages.forTraining(List.of(source), 0.8, new Random(1)).into(others).stream()
                .filter(prompt -> prompt.text().contains("ferry"))
                .count();

        assertThat(pasted).isBetween(150L, 250L);
    }

    @Test
    void areLeftOutAltogetherByAShareOfZero() {
        assertThat(PastedPassages.forTraining(List.of(source), 0, new Random(1)).into(List.of(request)))
                .containsExactly(request);
    }
}
