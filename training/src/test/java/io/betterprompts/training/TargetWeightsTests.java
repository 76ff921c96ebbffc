package io.betterprompts.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.betterprompts.engine.classify.Intent;
import java.util.List;
import org.junit.jupiter.api.Test;

class TargetWeightsTests {

    private static final int LABELS = Intent.values().length;

    private final LabelledPrompt reasoning = Prompts.english(Intent.REASONING, "1+1");
    private final LabelledPrompt code = Prompts.english(Intent.CODE_GENERATION, "print");
    private final LabelledPrompt german = new LabelledPrompt("Hallo", Intent.REASONING, "de", "");

    @Test
    void putsWhatSmoothingLeavesOnTheLabel() {
        float[] targets = new TargetWeights(List.of(reasoning), 0.14, 1).targets(List.of(example(reasoning)));

        float weight = 1f / LABELS;
        assertThat(targets).hasSize(LABELS);
        assertThat(targets[1]).isCloseTo(0.87f * weight, within(1e-6f));
        assertThat(targets[0]).isCloseTo(0.01f * weight, within(1e-6f));
    }

    @Test
    void countsEachLabelTheSameInSum() {
        TargetWeights weights = new TargetWeights(List.of(reasoning, reasoning, reasoning, code), 0, 1);

        float[] targets = weights.targets(List.of(example(reasoning), example(code)));

        assertThat(3 * targets[1]).isCloseTo(targets[LABELS + 2], within(1e-6f));
    }

    @Test
    void weighsRowsInOtherLanguages() {
        TargetWeights weights = new TargetWeights(List.of(reasoning, german), 0, 0.5);

        float[] targets = weights.targets(List.of(example(reasoning), example(german)));

        assertThat(targets[LABELS + 1]).isCloseTo(targets[1] / 2, within(1e-6f));
    }

    private static Example example(LabelledPrompt prompt) {
        return new Example(prompt, List.of(101L, 102L));
    }
}
