package io.betterprompts.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.betterprompts.engine.classify.Intent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Every rule fails on a planted violation and passes without it. */
class CorpusChecksTests {

    private final List<LabelledPrompt> sound = soundCorpus();

    @Test
    void aSoundCorpusPassesEveryRule() {
        assertThat(CorpusChecks.duplicates(sound)).isEmpty();
        assertThat(CorpusChecks.nearDuplicates(sound)).isEmpty();
        assertThat(CorpusChecks.repeatedOpenings(sound)).isEmpty();
        assertThat(CorpusChecks.templateFamilies(sound)).isEmpty();
        assertThat(CorpusChecks.thinLabels(sound)).isEmpty();
        assertThat(CorpusChecks.imbalance(sound)).isEmpty();
        assertThat(CorpusChecks.leaks(sound, List.of(reasoning("Is this number prime?"))))
                .isEmpty();
    }

    @Test
    void findsARowThatDiffersOnlyInCaseAndSpace() {
        List<LabelledPrompt> corpus =
                with(reasoning("How many  weeks are in\na year?"), reasoning("how many weeks are in a year?"));

        assertThat(CorpusChecks.duplicates(corpus)).hasSize(1);
    }

    @Test
    void findsARowWithOneWordChanged() {
        String text = "Please work out how long the ferry from the mainland needs when the tide is against it";
        List<LabelledPrompt> corpus = with(reasoning(text), reasoning(text.replace("needs", "takes")));

        assertThat(CorpusChecks.nearDuplicates(corpus)).hasSize(1);
    }

    @Test
    void findsFourRowsThatBeginAlike() {
        List<LabelledPrompt> corpus = with(
                reasoning("Work out whether seventeen divides it"),
                reasoning("work out whether Anna is older"),
                reasoning("Work out whether both clocks agree"));
        assertThat(CorpusChecks.repeatedOpenings(corpus)).isEmpty();

        corpus.add(reasoning("Work out whether tiles suffice"));
        assertThat(CorpusChecks.repeatedOpenings(corpus)).hasSize(1);
    }

    @Test
    void findsAFrameWithFilledSlots() {
        Random random = new Random(5);
        List<LabelledPrompt> corpus = with();
        for (int i = 0; i < CorpusChecks.ALIKE; i++) {
            corpus.add(reasoning("what is the " + nonsense(random) + " of my " + nonsense(random)));
        }
        assertThat(CorpusChecks.templateFamilies(corpus)).isEmpty();

        corpus.add(reasoning("what is the " + nonsense(random) + " of my " + nonsense(random)));
        assertThat(CorpusChecks.templateFamilies(corpus)).hasSize(1);
    }

    @Test
    void findsALabelWithTooFewRows() {
        List<LabelledPrompt> corpus = new ArrayList<>(sound);
        corpus.remove(first(corpus, true));
        corpus.remove(first(corpus, false));

        assertThat(CorpusChecks.thinLabels(corpus))
                .containsExactly(
                        "question_answering: 199 English rows of 200", "question_answering: 59 other rows of 60");
    }

    @Test
    void findsALabelThatOutweighsTheOthers() {
        List<LabelledPrompt> corpus = new ArrayList<>(sound);
        for (int i = 0; i < 121; i++) {
            corpus.add(reasoning("row " + i));
        }

        assertThat(CorpusChecks.imbalance(corpus)).containsExactly("from 200 to 321 English rows a label");
    }

    @Test
    void findsARowThatShouldBeUnseen() {
        LabelledPrompt unseen = reasoning("If the ferry leaves at nine and needs forty minutes, when does it arrive?");

        assertThat(CorpusChecks.leaks(with(unseen), List.of(unseen))).hasSize(1);
    }

    private List<LabelledPrompt> with(LabelledPrompt... planted) {
        List<LabelledPrompt> corpus = new ArrayList<>(sound);
        corpus.addAll(Arrays.asList(planted));
        return corpus;
    }

    private static LabelledPrompt reasoning(String text) {
        return new LabelledPrompt(text, Intent.REASONING, LabelledPrompt.ENGLISH, "");
    }

    private static LabelledPrompt first(List<LabelledPrompt> corpus, boolean english) {
        return corpus.stream()
                .filter(prompt -> prompt.isEnglish() == english)
                .findFirst()
                .orElseThrow();
    }

    /** Rows of random letters: nothing in them repeats. */
    private static List<LabelledPrompt> soundCorpus() {
        Random random = new Random(11);
        List<LabelledPrompt> corpus = new ArrayList<>();
        for (Intent intent : Intent.values()) {
            for (int i = 0; i < CorpusChecks.ENGLISH_ROWS + CorpusChecks.OTHER_ROWS; i++) {
                String language = i < CorpusChecks.ENGLISH_ROWS ? LabelledPrompt.ENGLISH : "de";
                corpus.add(new LabelledPrompt(nonsense(random), intent, language, ""));
            }
        }
        return corpus;
    }

    private static String nonsense(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            text.append(i % 8 == 7 ? ' ' : (char) ('a' + random.nextInt(26)));
        }
        return text.toString().strip();
    }
}
