package io.betterprompts.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.betterprompts.engine.classify.Intent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The corpus that is committed keeps the rules. */
class CorpusTests {

    /** Prompts whose source states no licence, kept beside the checkout by whoever may use them. */
    private static final Path UNSEEN = Path.of("../../shared/data/intents/dev.en.jsonl");

    private static final List<LabelledPrompt> CORPUS =
            Corpus.read(Path.of("corpus")).prompts();
    private static final List<LabelledPrompt> CALIBRATION =
            Corpus.read(Path.of("calibration")).prompts();

    @Test
    void hasNoRowTwice() {
        assertThat(CorpusChecks.duplicates(CORPUS)).isEmpty();
    }

    @Test
    void hasNoNearDuplicates() {
        assertThat(CorpusChecks.nearDuplicates(CORPUS)).isEmpty();
    }

    @Test
    void hasNoRepeatedOpenings() {
        assertThat(CorpusChecks.repeatedOpenings(CORPUS)).isEmpty();
    }

    @Test
    void hasNoTemplateFamilies() {
        assertThat(CorpusChecks.templateFamilies(CORPUS)).isEmpty();
    }

    @Test
    void hasEnoughRowsOfEveryLabel() {
        assertThat(CorpusChecks.thinLabels(CORPUS)).isEmpty();
    }

    @Test
    void isBalanced() {
        assertThat(CorpusChecks.imbalance(CORPUS)).isEmpty();
    }

    @Test
    void hasNothingOfTheTestSet() {
        List<LabelledPrompt> testSet = Corpus.read(Path.of("test-set")).prompts();

        assertThat(testSet).hasSize(742);
        assertThat(CorpusChecks.leaks(CORPUS, testSet)).isEmpty();
    }

    @Test
    void hasNothingOfTheCalibrationRows() {
        assertThat(CorpusChecks.leaks(CORPUS, CALIBRATION)).isEmpty();
    }

    @Test
    void calibratesOnRowsOfItsOwnForEveryLabel() {
        assertThat(CALIBRATION)
                .doesNotHaveDuplicates()
                .extracting(LabelledPrompt::intent)
                .contains(Intent.values());
        assertThat(CorpusChecks.leaks(
                        CALIBRATION, Corpus.read(Path.of("test-set")).prompts()))
                .isEmpty();
    }

    @Test
    void hasNothingOfTheRowsItIsComparedOn() {
        assumeTrue(Files.exists(UNSEEN), "the unpublished rows are not beside this checkout");

        List<LabelledPrompt> unseen = Corpus.read(UNSEEN).prompts();

        assertThat(CorpusChecks.leaks(CORPUS, unseen)).isEmpty();
        assertThat(CorpusChecks.leaks(CALIBRATION, unseen)).isEmpty();
    }
}
