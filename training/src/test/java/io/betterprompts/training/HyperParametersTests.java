package io.betterprompts.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;

class HyperParametersTests {

    @Test
    void areTheDefaultsUnlessSaidOtherwise() {
        assertThat(HyperParameters.of(List.of())).isEqualTo(HyperParameters.DEFAULT);
    }

    @Test
    void takeEveryNameFromTheArguments() {
        HyperParameters changed = HyperParameters.of(List.of(
                "epochs=1",
                "batchSize=2",
                "learningRate=3e-4",
                "headLearningRate=4",
                "warmUp=0.5",
                "weightDecay=0.6",
                "dropout=0.7",
                "labelSmoothing=0.8",
                "trainedLayers=2",
                "maxTokens=10",
                "heldOut=0.11",
                "patience=12",
                "pasted=0.13",
                "nonEnglishWeight=0.14",
                "seed=15"));

        assertThat(changed)
                .isEqualTo(new HyperParameters(1, 2, 3e-4, 4, 0.5, 0.6, 0.7, 0.8, 2, 10, 0.11, 12, 0.13, 0.14, 15));
    }

    @ParameterizedTest
    @ValueSource(strings = {"epoch=3", "epochs", "", "=3"})
    void refuseAnythingElse(String argument) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HyperParameters.of(List.of(argument)))
                .withMessageContaining("sets none of");
    }

    @Test
    void refuseWhatIsNoNumber() {
        assertThatExceptionOfType(JacksonException.class)
                .isThrownBy(() -> HyperParameters.of(List.of("epochs=many")))
                .withMessageContaining("epochs");
    }
}
