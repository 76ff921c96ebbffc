package io.betterprompts.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.betterprompts.engine.classify.TorchIntentClassifier;
import io.betterprompts.training.Evaluation.Prediction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The weights that are shipped are as good as they have to be. */
class TestSetIT {

    private static final Path TEST_SET = Path.of("test-set/test.jsonl");
    /** Prompts of another project, see the training corpus' test. */
    private static final Path UNSEEN = Path.of("../../shared/data/intents/dev.en.jsonl");

    private static final List<String> LATIN_SCRIPT = List.of("de", "es", "fr", "it", "pt", "tr");

    private static TorchIntentClassifier classifier;

    @BeforeAll
    static void load() {
        classifier = TorchIntentClassifier.load();
    }

    @AfterAll
    static void close() {
        classifier.close();
    }

    @Test
    void isGoodOnTheTestSet() {
        Evaluation all = evaluation(TEST_SET);

        assertThat(all.accuracy()).isGreaterThanOrEqualTo(0.78);
        assertThat(all.macroF1()).isGreaterThanOrEqualTo(0.78);
        assertThat(all.top2()).isGreaterThanOrEqualTo(0.88);
        assertThat(all.expectedCalibrationError()).isLessThanOrEqualTo(0.05);
        assertThat(all.precision()).isGreaterThanOrEqualTo(0.88);
    }

    @Test
    void isGoodInLanguagesOfLatinScript() {
        Evaluation latin = only(LATIN_SCRIPT, evaluation(TEST_SET));

        assertThat(latin.accuracy()).isGreaterThanOrEqualTo(0.65);
    }

    @Test
    void isGoodOnPromptsOfAnotherProject() {
        assumeTrue(Files.exists(UNSEEN), "the unpublished rows are not beside this checkout");
        Evaluation unseen = evaluation(UNSEEN);

        assertThat(unseen.accuracy()).isGreaterThanOrEqualTo(0.76);
        assertThat(unseen.macroF1()).isGreaterThanOrEqualTo(0.68);
        assertThat(unseen.top2()).isGreaterThanOrEqualTo(0.88);
        assertThat(unseen.expectedCalibrationError()).isLessThanOrEqualTo(0.05);
    }

    private static Evaluation only(List<String> languages, Evaluation evaluation) {
        return new Evaluation(evaluation.predictions().stream()
                .filter(prediction -> languages.contains(prediction.prompt().language()))
                .toList());
    }

    private static Evaluation evaluation(Path file) {
        return new Evaluation(Corpus.read(file).prompts().stream()
                .map(prompt -> Prediction.of(prompt, classifier.classify(prompt.text())))
                .toList());
    }
}
