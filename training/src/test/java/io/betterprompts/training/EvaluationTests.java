package io.betterprompts.training;

import static io.betterprompts.engine.classify.Intent.CODE_GENERATION;
import static io.betterprompts.engine.classify.Intent.QUESTION_ANSWERING;
import static io.betterprompts.engine.classify.Intent.REASONING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.betterprompts.engine.classify.Intent;
import io.betterprompts.training.Evaluation.Prediction;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class EvaluationTests {

    private static final Offset<Double> EXACT = within(1e-9);

    /** Right, right, wrong, wrong but second; the confidences fall. */
    private final Evaluation evaluation = new Evaluation(List.of(
            prediction(REASONING, REASONING, 0.95, CODE_GENERATION, false),
            prediction(CODE_GENERATION, CODE_GENERATION, 0.85, REASONING, false),
            prediction(CODE_GENERATION, REASONING, 0.75, QUESTION_ANSWERING, false),
            prediction(REASONING, CODE_GENERATION, 0.65, REASONING, true)));

    @Test
    void countsRightAnswers() {
        assertThat(evaluation.accuracy()).isEqualTo(0.5);
    }

    @Test
    void countsSecondBestAnswersToo() {
        assertThat(evaluation.top2()).isEqualTo(0.75);
    }

    @Test
    void averagesF1OverIntentsThatOccur() {
        assertThat(evaluation.of(REASONING).precision()).isEqualTo(0.5);
        assertThat(evaluation.of(REASONING).recall()).isEqualTo(0.5);
        assertThat(evaluation.of(REASONING).rows()).isEqualTo(2);
        assertThat(evaluation.macroF1()).isEqualTo(0.5, EXACT);
    }

    @Test
    void knowsWhatWasTakenForWhat() {
        assertThat(evaluation.confused(CODE_GENERATION, REASONING)).isEqualTo(1);
        assertThat(evaluation.confused(REASONING, REASONING)).isEqualTo(1);
        assertThat(evaluation.confused(REASONING, QUESTION_ANSWERING)).isZero();
    }

    @Test
    void measuresHowFarConfidenceIsFromAccuracy() {
        // Bins of one row each: |0.95 - 1|, |0.85 - 1|, |0.75 - 0|, |0.65 - 0|.
        assertThat(evaluation.expectedCalibrationError()).isEqualTo((0.05 + 0.15 + 0.75 + 0.65) / 4, EXACT);
    }

    @Test
    void countsWhatWasNotAbstained() {
        assertThat(evaluation.coverage()).isEqualTo(0.75);
        assertThat(evaluation.precision()).isEqualTo(2.0 / 3, EXACT);
    }

    @Test
    void findsTheSmallestThresholdForAPrecision() {
        assertThat(evaluation.thresholdFor(0.9)).isEqualTo(0.85);
        assertThat(evaluation.coverageAtPrecision(0.9)).isEqualTo(0.5);
        assertThat(evaluation.thresholdFor(0.6)).isEqualTo(0.75);
        assertThat(evaluation.thresholdFor(0.5)).isEqualTo(0.65);
    }

    @Test
    void abstainsFromEverythingWhereNoThresholdGivesThePrecision() {
        Evaluation wrong = new Evaluation(List.of(prediction(REASONING, CODE_GENERATION, 0.9, REASONING, false)));

        assertThat(wrong.thresholdFor(0.9)).isEqualTo(1);
        assertThat(wrong.coverageAtPrecision(0.9)).isZero();
    }

    @Test
    void separatesLanguages() {
        Prediction german = Prediction.certain(new LabelledPrompt("Hallo", REASONING, "de", ""), REASONING);
        List<Prediction> both = new ArrayList<>(evaluation.predictions());
        both.add(german);

        assertThat(new Evaluation(both).byLanguage()).containsOnlyKeys("de", "en");
        assertThat(new Evaluation(both).byLanguage())
                .hasEntrySatisfying("de", own -> assertThat(own.accuracy()).isEqualTo(1));
    }

    private static Prediction prediction(
            Intent actual, Intent best, double confidence, Intent second, boolean abstained) {
        List<Double> probabilities = new ArrayList<>(Collections.nCopies(Intent.values().length, 0.0));
        List<Intent> intents = List.of(Intent.values());
        probabilities.set(intents.indexOf(best), confidence);
        probabilities.set(intents.indexOf(second), 1 - confidence);
        return new Prediction(Prompts.english(actual, "a row"), probabilities, abstained);
    }
}
